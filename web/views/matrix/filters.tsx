import { useAsk } from "../../ask/use-ask.ts";
import { useParameter, useParameters } from "../../frame/use-parameter.ts";
import { matrixSeries } from "../../generated/matrix-series.ts";

const kinds = [
  "treaty",
  "charter",
  "declaration",
  "outlook",
  "vision",
  "plan",
  "framework",
  "guideline",
  "resolution",
  "concept paper",
  "decision",
];
const parts = ["preambular", "operative", "other"];
const manners = [
  "recall",
  "reaffirm",
  "recognise",
  "acknowledge",
  "note",
  "welcome",
  "commend",
  "support",
  "emphasise",
  "commit",
  "encourage",
  "adopt",
  "strengthen",
];

/** What narrows the matrix; each is in the address. */
export function Filters() {
  const asked = useAsk(matrixSeries, {});
  const setAll = useParameters();
  const series = (asked.answer?.data.meetingSeries ?? []).map(
    ({ id, name, abbreviation }) => [id, abbreviation ?? name] as const,
  );
  const same = (names: readonly string[]) => names.map((name) => [name, name] as const);
  return (
    <form
      className="matrix-filters"
      aria-label="Filters"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Choice name="series" label="Series" all="all series" options={series} />
      <Year name="from" label="From" />
      <Year name="to" label="To" />
      <Choice name="kind" label="Instruments" all="all kinds" options={same(kinds)} />
      <Choice name="part" label="Part" all="all parts" options={same(parts)} />
      <Choice name="manner" label="Verb" all="all verbs" options={same(manners)} />
      <Choice name="order" label="Years" all="newest first" options={[["oldest", "oldest first"]]} />
      <button
        type="button"
        onClick={() => {
          setAll({ series: "", from: "", to: "", kind: "", part: "", manner: "", order: "" });
        }}
      >
        Show all
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function Choice({ name, label, all, options }: ChoiceProps) {
  const [value, setValue] = useParameter(name);
  const known = value === "" || options.some(([option]) => option === value);
  return (
    <label>
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          setValue(target.value);
        }}
      >
        <option value="">{all}</option>
        {!known && <option value={value}>{value}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Years that a statement of the field can be of. */
function Year({ name, label }: { readonly name: string; readonly label: string }) {
  const [value, setValue] = useParameter(name);
  const last = new Date().getFullYear() + 1;
  const years = Array.from({ length: last - 2005 }, (_, index) => String(last - index));
  return (
    <label>
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          setValue(target.value);
        }}
      >
        <option value="">any year</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}
