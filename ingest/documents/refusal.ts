/** Why a PDF or DOCX file cannot be read: thrown by its reader, turned into a problem where the reader is called. */
export class Refusal extends Error {
  /** Rule of the problem, in kebab case: `zip-bomb`. */
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(message);
    this.name = "Refusal";
    this.rule = rule;
  }
}
