/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * A block of IPv4 addresses: the first one as a number, and how many bits are
 * fixed.
 *
 * @public
 */
export interface Cidr {
  base: number;
  prefix: number;
}

const BLOCK = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Addresses of private networks (RFC 1918), and of carriers' (RFC 6598), which VPCs can have too. */
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
];

/**
 * Reads a block as AWS writes it; `undefined` for anything else.
 *
 * @public
 */
export function parseCidr(text: string): Cidr | undefined {
  const match = BLOCK.exec(text);
  if (!match || match.slice(1).some(each => /^0\d/.test(each))) {
    return undefined;
  }
  const [a, b, c, d, prefix] = match.slice(1).map(Number);
  return [a, b, c, d].every(each => each <= 255) && prefix <= 32
    ? { base: a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d, prefix }
    : undefined;
}

/**
 * A block as AWS writes it.
 *
 * @public
 */
export function formatCidr({ base, prefix }: Cidr): string {
  const parts = [24, 16, 8, 0].map(bits => Math.floor(base / 2 ** bits) % 256);
  return `${parts.join('.')}/${prefix}`;
}

/** How many addresses a block has. */
export function sizeOf({ prefix }: Cidr): number {
  return 2 ** (32 - prefix);
}

/** Whether a block begins where a block of its size can begin. */
export function isAligned(cidr: Cidr): boolean {
  return cidr.base % sizeOf(cidr) === 0;
}

export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.base < b.base + sizeOf(b) && b.base < a.base + sizeOf(a);
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.prefix <= inner.prefix && overlaps(outer, inner);
}

/** Whether all addresses of a block are private ones. */
export function isPrivate(cidr: Cidr): boolean {
  return PRIVATE.some(each => contains(parseCidr(each)!, cidr));
}
