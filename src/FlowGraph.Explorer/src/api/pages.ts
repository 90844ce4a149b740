interface Page<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Page after page until there is no more, or enough; says how far it is. The last page comes with what was read. */
export async function readPages<P extends Page<unknown>>(read: (after: string | null) => Promise<P>, most: number, progress: (have: number, total: number) => void): Promise<{ nodes: P["nodes"]; last: P }> {
  const nodes: P["nodes"] = [];
  let after: string | null = null;
  for (;;) {
    const last: P = await read(after);
    nodes.push(...last.nodes);
    if (!last.pageInfo.hasNextPage || nodes.length >= most) return { nodes, last };
    progress(nodes.length, last.totalCount);
    after = last.pageInfo.endCursor;
  }
}
