import { earliest, latest, type PartialDate } from "../../dates.ts";

/** True where every day that `a` can mean lies before every day that `b` can mean. */
export function surelyBefore(a: PartialDate, b: PartialDate): boolean {
  return latest(a) < earliest(b);
}
