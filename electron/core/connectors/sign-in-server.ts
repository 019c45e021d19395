/** What signing in asks of a help desk server. Beside `connector.ts`, one folder implements it for each dialect. */

/** Who a token belongs to, and where that person works. */
export interface Person {
  /** Good until somebody revokes it; a secret. */
  readonly token: string;
  readonly agentId: number;
  readonly agentName: string;
  readonly accounts: readonly { readonly id: number; readonly name: string }[];
}

export type PasswordAnswer =
  | { readonly kind: 'person'; readonly person: Person }
  /** The server wants a second proof; `ticket` stands for the password that was right. */
  | { readonly kind: 'needs-code'; readonly ticket: string };

/** All reject with a `ConnectorError`; `serverUrl` has no slash at its end. */
export interface SignInServer {
  withToken(serverUrl: string, token: string): Promise<Person>;
  withPassword(serverUrl: string, email: string, password: string): Promise<PasswordAnswer>;
  withCode(serverUrl: string, ticket: string, code: string): Promise<Person>;
}
