/**
 * A tree of names by the keys of their words, numbers from 0. Its nodes are numbers too, and the root is 0.
 *
 * The first child of a node is the next number, so the words of a name mostly follow one another in memory. The edges to
 * further children stand in one flat table, three numbers each: node, key, child. An edge stands in the slot that its hash
 * says or in the next free one behind it; a slot is free where the child is 0, since the root is no child.
 */
export interface NameTrie {
  /** Key of the edge to the first child of each node; -1 where it has none. */
  readonly firstKeys: Int32Array;
  readonly edges: Int32Array;
  /** Slots of the table but one: their number is a power of two. */
  readonly mask: number;
}

/** Where every name begins. As the child of a node it means that there is none. */
export const root = 0;

/** The tree of some paths, and the node where each ends. */
export function nameTrie(paths: readonly (readonly number[])[]): { readonly trie: NameTrie; readonly ends: number[] } {
  const length = paths.reduce((sum, path) => sum + path.length, 1);
  // A path leaves those before it once at most.
  const slots = 1 << Math.ceil(Math.log2(2 * paths.length + 2));
  const trie = { firstKeys: new Int32Array(length).fill(-1), edges: new Int32Array(3 * slots), mask: slots - 1 };
  let nodes = 1;
  const ends: number[] = [];
  // In order: paths that begin alike follow one another, and a node is made just before its first child.
  for (const at of [...paths.keys()].sort((a, b) => byKeys(paths[a] ?? [], paths[b] ?? []))) {
    let node = root;
    for (const key of paths[at] ?? []) {
      node = childOf(trie, node, key) || addChild(trie, node, key, nodes++);
    }
    ends[at] = node;
  }
  return { trie, ends };
}

function byKeys(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((key, index) => key !== other[index]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}

function addChild({ firstKeys, edges, mask }: NameTrie, node: number, key: number, child: number): number {
  if (child === node + 1) firstKeys[node] = key;
  else edges.set([node, key, child], slotOf(edges, mask, node, key));
  return child;
}

/** The node behind `node` by the word with a key; {@link root} where no name goes on with it. */
export function childOf({ firstKeys, edges, mask }: NameTrie, node: number, key: number): number {
  if (firstKeys[node] === key) return node + 1;
  return edges[slotOf(edges, mask, node, key) + 2] ?? root;
}

/** Where the edge of a node by a key stands in the table, or the free slot for it. */
function slotOf(edges: Int32Array, mask: number, node: number, key: number): number {
  const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ key, 0x85ebca6b);
  for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const at = 3 * slot;
    if (edges[at + 2] === 0 || (edges[at] === node && edges[at + 1] === key)) return at;
  }
}
