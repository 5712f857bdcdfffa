import type { Problem } from "../problem.ts";
import { aliasNamesTwoRule } from "./rules/alias-names-two.ts";
import { beforeBeginningRule } from "./rules/before-beginning.ts";
import { clauseSpanRule } from "./rules/clause-span.ts";
import { coChairPairRule } from "./rules/co-chair-pair.ts";
import { fieldNameRule } from "./rules/field-name.ts";
import { duplicateIdRule } from "./rules/duplicate-id.ts";
import { hostPlaceRule } from "./rules/host-place.ts";
import { inForceRule } from "./rules/in-force-before-adoption.ts";
import { ordinalOrderRule } from "./rules/ordinal-order.ts";
import { outsideTenureRule } from "./rules/outside-tenure.ts";
import { periodOrderRule } from "./rules/period-order.ts";
import type { Checked, Finding, Rule } from "./rules/rule.ts";
import { sourcesMissingRule } from "./rules/sources-missing.ts";
import { tenureGapRule } from "./rules/tenure-gap.ts";
import { tenureOverlapRule } from "./rules/tenure-overlap.ts";
import { unknownIdRule } from "./rules/unknown-id.ts";

/** The rules across records, in the order in which they report. This list is their only registration. */
export const rules: readonly Rule[] = [
  duplicateIdRule,
  unknownIdRule,
  aliasNamesTwoRule,
  periodOrderRule,
  coChairPairRule,
  clauseSpanRule,
  sourcesMissingRule,
  fieldNameRule,
  inForceRule,
  tenureOverlapRule,
  tenureGapRule,
  outsideTenureRule,
  beforeBeginningRule,
  ordinalOrderRule,
  hostPlaceRule,
];

/** All findings as problems, and the records (by identity) that may not enter the registry because of them. */
export function checkRecords(checked: Checked): { problems: readonly Problem[]; leftOut: ReadonlySet<object> } {
  const findings = rules.flatMap((rule) => rule.find(checked).map((finding) => ({ rule, finding })));
  return {
    problems: findings.map(({ rule, finding }) => problemOf(rule, finding)),
    leftOut: new Set(findings.filter(({ rule }) => rule.leavesOut).map(({ finding }) => finding.record)),
  };
}

function problemOf(rule: Rule, { record, path, message }: Finding): Problem {
  return { rule: rule.id, severity: rule.severity, message, file: record.file, line: record.line(path) };
}
