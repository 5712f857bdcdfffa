import type { ThingHeadAnswer } from "../../generated/thing-head.ts";
import { NodeLinks } from "../../parts/links.tsx";
import { Facts } from "../../parts/page.tsx";
import { Value } from "../../parts/why.tsx";
import { dateText } from "../../words.ts";

/** A thing of any kind. */
export type Thing = ThingHeadAnswer["entities"][number];

/** Dates and words of a kind, by the schema's name: what they are called here. */
const properties: Readonly<Record<string, string>> = {
  officialName: "Official name",
  abbreviation: "Short form",
  mandatedOn: "Field agreed",
  setUpOn: "Set up",
  stage: "Stage",
  adoptedOn: "Adopted",
  launchedOn: "Launched",
  activityKind: "Kind",
  status: "Status",
  heldOn: "Held",
  heldUntil: "Until",
  plannedOn: "Planned for",
  office: "Office",
  capacity: "Capacity",
  from: "From",
  to: "To",
  incumbentAsOf: "Last seen in office",
  boundary: "Bounds",
};

/** Relations likewise. */
const relations: Readonly<Record<string, string>> = {
  under: "Under",
  workingGroups: "Working groups",
  hostedBy: "Hosts",
  places: "Places",
  person: "Person",
  country: "Country",
  workingGroup: "Working group",
  coChairs: "Co-chairs",
};

type Nodes = readonly { readonly id: string; readonly name: string }[];

/** What is said of the thing itself, each value to be asked why. */
export function HeadFacts({ thing }: { readonly thing: Thing }) {
  const values: Readonly<Record<string, unknown>> = { ...thing };
  const disputed = (values.disputed ?? []) as readonly string[];
  const aliases = (values.aliases ?? []) as readonly string[];
  const said = Object.entries(properties).flatMap(([key, label]) => {
    const value = values[key];
    if (typeof value !== "string" || value === "") return [];
    const text = /^\d{4}(-\d\d){0,2}$/.test(value) ? dateText(value) : value;
    const property = key === "activityKind" ? "kind" : key;
    return [
      {
        label,
        value: (
          <Value of={thing.id} property={property} disputed={disputed}>
            <bdi>{text}</bdi>
          </Value>
        ),
      },
    ];
  });
  const related = Object.entries(relations).flatMap(([key, label]) => {
    const nodes = values[key] as Nodes | undefined;
    return nodes && nodes.length > 0 ? [{ label, value: <NodeLinks nodes={nodes} /> }] : [];
  });
  return (
    <Facts
      facts={[
        ...said,
        ...related,
        aliases.length > 0 && {
          label: "Also named",
          wide: true as const,
          value: (
            <bdi>
              {aliases.slice(0, 12).join("; ")}
              {aliases.length > 12 ? " …" : ""}
            </bdi>
          ),
        },
        values.confidence === "unsourced" && {
          label: "Sources",
          value: (
            <Value of={thing.id} property="" confidence="unsourced">
              none is known
            </Value>
          ),
        },
      ]}
    />
  );
}
