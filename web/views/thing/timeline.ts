import type { OffsetOperation } from "../../ask/use-ask-rows.ts";
import { country } from "../../generated/country.ts";
import { person } from "../../generated/person.ts";
import { thingTimeline } from "../../generated/thing-timeline.ts";
import type { ThingTimelineAnswer } from "../../generated/thing-timeline.ts";
import { workingGroup } from "../../generated/working-group.ts";

/** A question for a time line, with the variables that ask it. */
export interface AskedTimeline {
  readonly operation: OffsetOperation<ThingTimelineAnswer, object>;
  readonly variables: object;
}

/** The question of questions/ for what happened to a thing over the years; one of our own for kinds that have none. */
export function timelineOf(kind: string, id: string): AskedTimeline {
  if (kind === "country") return asked(country, { country: id });
  if (kind === "person") return asked(person, { person: id });
  if (kind === "working-group") return asked(workingGroup, { group: id });
  return asked(thingTimeline, { id });
}

function asked<Variables extends object>(
  operation: OffsetOperation<ThingTimelineAnswer, Variables>,
  variables: Variables,
): AskedTimeline {
  // The variables fit the operation here; from here on they go together.
  return { operation: operation as unknown as AskedTimeline["operation"], variables };
}
