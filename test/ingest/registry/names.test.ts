import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { nearestId, nearestWord } from "../../../ingest/registry/nearest.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";

const { registry } = readRegistry(join(resolve(import.meta.dirname, "../../.."), "data"));
const idsOf = (text: string) => registry.names.filter((name) => name.text === text).map(({ id }) => id);

describe("surface forms", () => {
  it.each([
    ["TAC", ["instrument:tac"]],
    ["A/RES/79/239", ["instrument:a-res-79-239"]],
    ["ADMM Plus", ["series:admm-plus"]],
    ["Lao People's Democratic Republic", ["country:la"]],
    ["Pulau Pinang", ["place:penang"]],
    ["EWG on Cyber Security", ["working-group:cyber-security"]],
    ["EWG on Cybersecurity", ["working-group:cyber-security"]],
    ["ADMM-Plus EWG on HADR", ["working-group:hadr"]],
    ["Experts' Working Group on Humanitarian Assistance and Disaster Relief", ["working-group:hadr"]],
    ["Inaugural ADMM", ["meeting:admm-1"]],
    ["MINDEF", ["organisation:mindef-bn", "organisation:mindef-my", "organisation:mindef-sg"]],
    ["Dato' Seri Mohamed Khaled bin Nordin", ["person:khaled-nordin"]],
    // Meetings are found by counting from their series, fields of working groups only where a text speaks of the groups.
    ["12th ADMM-Plus", []],
    ["Maritime Security", []],
  ])("%s names %j", (text, ids) => {
    expect(idsOf(text)).toEqual(ids);
  });

  it("are sorted by text and id, without doubles", () => {
    const keys = registry.names.map(({ text, id }) => `${text}\n${id}`);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it("have straight apostrophes only", () => {
    expect(registry.names.filter(({ text }) => /[’‘]/.test(text))).toEqual([]);
  });
});

describe("what was meant", () => {
  it.each([
    ["heldOm", ["heldOn", "heldUntil"], "heldOn"],
    ["held", ["heldOn", "places"], "heldOn"],
    ["zzz", ["heldOn", "places"], null],
    ["", ["heldOn"], null],
  ])("%s of %j is %s", (word, candidates, expected) => {
    expect(nearestWord(word, candidates)).toBe(expected);
  });

  it.each([
    ["adsom+", "series:adsom-plus"],
    ["series:adsom", "series:adsom"],
    ["series:admn", "series:admm"],
    ["ADMM Plus", "series:admm-plus"],
    ["series:unga", null],
  ])("%s is %s", (text, expected) => {
    const ids = ["series:admm", "series:admm-plus", "series:adsom", "series:adsom-plus"];
    expect(nearestId(text, ids)).toBe(expected);
  });
});
