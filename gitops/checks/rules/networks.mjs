import { ownNetwork } from '../lib/clusterFile.mjs';
import { problemAt } from '../lib/documents.mjs';
import { ofKind } from '../lib/places.mjs';

/** No two clusters that bring a VPC share addresses: they could never be joined. */
export function networks(repository) {
  const blocks = ofKind(repository, 'cluster').flatMap(file => {
    const network = ownNetwork(file);
    const range = network && rangeOf(network.cidr);
    return range ? [{ file, ...network, ...range }] : [];
  });
  blocks.sort((a, b) => a.first - b.first || b.last - a.last);
  const problems = [];
  // Whatever begins before the widest of those before it ends overlaps it.
  let widest;
  for (const block of blocks) {
    if (widest && block.first <= widest.last) {
      problems.push(overlap(block, widest), overlap(widest, block));
    }
    if (!widest || block.last > widest.last) {
      widest = block;
    }
  }
  return problems;
}

function overlap(block, other) {
  return problemAt(
    block.file,
    block.document,
    block.path,
    `${block.cidr} overlaps ${other.cidr} of ${other.file.path}; take a block that no cluster has`,
    [other.file.path],
  );
}

function rangeOf(cidr) {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(
    cidr,
  );
  const [a, b, c, d, length] = match ? match.slice(1).map(Number) : [];
  if (!match || [a, b, c, d].some(each => each > 255) || length > 32) {
    return undefined;
  }
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return { first, last: first + size - 1 };
}
