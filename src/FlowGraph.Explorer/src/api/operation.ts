/** An operation whose text the server has: asked for by its hash. The types are what it answers and what it takes. */
export interface Operation<Answer, Variables> {
  readonly id: string;
  readonly name: string;
  /** Only for the compiler. */
  readonly types?: (variables: Variables) => Answer;
}
