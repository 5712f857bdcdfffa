/** A Neo4j that can be connected to, and what its user must do with it at the end. */
export interface Neo4jServer {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
  /** `given`: NEO4J_URI names it. `container`: the service of docker-compose.yml. `managed`: Maven's jars, under ADG_STATE. */
  readonly way: "given" | "container" | "managed";
  /** Who started it stops it: true where this call started the server. */
  readonly startedByUs: boolean;
  /** Stops the server where this call started it, and does nothing where it did not. */
  readonly stop: () => Promise<void>;
}
