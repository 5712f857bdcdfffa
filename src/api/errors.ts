import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";
import { describeRefusal } from "./limits/limit.ts";
import type { Refusal } from "./limits/limit.ts";

/** Every code that an error of the API can have, with the HTTP status that it comes with and what it means. */
export const errorCodes = {
  GRAPHQL_PARSE_FAILED: [400, "The query is not GraphQL."],
  GRAPHQL_VALIDATION_FAILED: [400, "The query does not fit the schema."],
  OPERATION_RESOLUTION_FAILURE: [
    400,
    "operationName names none of the operations, or there are several and it is missing.",
  ],
  BAD_REQUEST: [400, "The request is not JSON, or not of the form { query, variables, operationName }."],
  BAD_USER_INPUT: [400, "A variable or an argument has a value that it may not have."],
  QUERY_TOO_COMPLEX: [400, "The query is larger than a limit."],
  COST_LIMIT_EXCEEDED: [400, "The query is expected to read more rows than the limit."],
  PERSISTED_QUERY_NOT_SUPPORTED: [200, "Queries are sent whole; clients that store them send them again."],
  NOT_FOUND: [404, "There is nothing at this address."],
  METHOD_NOT_ALLOWED: [405, "The address takes other methods; they are named in Allow."],
  NOT_ACCEPTABLE: [406, "The Accept header allows no form that the answer has."],
  REQUEST_TIMEOUT: [408, "The request took too long to arrive."],
  PAYLOAD_TOO_LARGE: [413, "The body of the request is larger than the limit."],
  URI_TOO_LONG: [414, "The address is longer than 8,192 characters; send the query by POST."],
  UNSUPPORTED_MEDIA_TYPE: [415, "The body is not application/json in UTF-8."],
  TOO_MANY_REQUESTS: [429, "These are more requests than one client may send in a minute; wait a little."],
  HEADERS_TOO_LARGE: [431, "The headers of the request are too large."],
  INTERNAL_SERVER_ERROR: [500, "Something went wrong here; the log knows what."],
  SERVICE_UNAVAILABLE: [503, "The database cannot be reached; try again in a few seconds."],
  OVERLOADED: [503, "Too many queries are being worked on; try again in a second."],
  QUERY_TIMEOUT: [504, "The query took longer than the limit; ask for less."],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ErrorCode = keyof typeof errorCodes;

/** The HTTP status of an answer whose worst error has this code; 500 for a code that is not ours. */
export function statusOf(code: unknown): number {
  return isErrorCode(code) ? errorCodes[code][0] : 500;
}

/** The code of an error that a library gave no more than an HTTP status; undefined where there is none for it. */
export function codeOfStatus(status: unknown): ErrorCode | undefined {
  return byStatus.get(status);
}

/** An error as it stands in an answer: what is said to the reader and nothing else. */
export function errorOf(
  code: ErrorCode,
  message: string = errorCodes[code][1],
  details: object = {},
): GraphQLFormattedError {
  return { message: shortened(message), extensions: { code, ...details } };
}

/** A refused query, with the limit, the value and the remedy as fields of their own. */
export function refusalError(refusal: Refusal): GraphQLFormattedError {
  const { code, ...details } = refusal;
  return errorOf(code, describeRefusal(refusal), details);
}

/** An error of ours that passes through a library which knows only thrown GraphQLErrors. */
export function thrown(error: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, ours: true } });
}

/**
 * An error as it may be shown: one about the query itself keeps its message and place, any other says no more than its code
 * does. Messages of the database, of libraries and of bugs hold query text, addresses and paths.
 */
export function masked(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.code;
  if (!isErrorCode(code) || !aboutTheQuery.has(code))
    return errorOf(isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR");
  const places = error.locations === undefined ? {} : { locations: error.locations };
  return { ...errorOf(code, error.message), ...places };
}

const transport = ["BAD_REQUEST", "NOT_FOUND", "METHOD_NOT_ALLOWED", "NOT_ACCEPTABLE", "REQUEST_TIMEOUT"] as const;
const size = ["PAYLOAD_TOO_LARGE", "URI_TOO_LONG", "UNSUPPORTED_MEDIA_TYPE", "HEADERS_TOO_LARGE"] as const;
const byStatus = new Map<unknown, ErrorCode>(
  [...transport, ...size, "TOO_MANY_REQUESTS" as const].map((code) => [errorCodes[code][0], code]),
);

const aboutTheQuery = new Set<ErrorCode>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
]);

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCodes, code);
}

/** Names and values of a query stand in messages: a long one must not come back whole. */
function shortened(message: string): string {
  return message.length <= 300 ? message : `${message.slice(0, 299)}…`;
}
