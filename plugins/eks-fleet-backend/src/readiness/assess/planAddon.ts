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

import { compareReleases, parseRelease } from './versions';

/** An add-on's move to another version. */
export interface AddonMove {
  /** The hop that needs it. */
  hop: string;
  /** `after` where no version serves both sides of the hop. */
  when: 'before' | 'after';
  from: string;
  to: string;
}

/** How an add-on comes along on the way. */
export interface AddonPlan {
  moves: AddonMove[];
  /** The first hop that the installed version is not listed for. */
  incompatibleAt?: string;
  /** The first hop that no version is listed for. */
  impossibleAt?: string;
  /** The first hop that EKS was not asked about. */
  unknownAt?: string;
}

/** These are moved one minor version at a time. */
const STEPWISE: readonly string[] = ['vpc-cni'];

/**
 * Moves an add-on only where a hop needs it, and then to the version that
 * serves the most hops to come, so that it is moved as seldom as can be.
 */
export function planAddon(options: {
  name: string;
  installed: string;
  current?: string;
  hops: string[];
  /** Versions for a Kubernetes version, the newest first; `undefined` where EKS was not asked. */
  listed: (kubernetesVersion: string) => string[] | undefined;
}): AddonPlan {
  const { name, hops, listed } = options;
  const plan: AddonPlan = { moves: [] };
  let installed = options.installed;
  let here = options.current;
  for (const [index, hop] of hops.entries()) {
    const there = listed(hop);
    if (there === undefined) {
      plan.unknownAt ??= hop;
    } else if (there.length === 0) {
      plan.impossibleAt = hop;
      return plan;
    } else if (!there.includes(installed)) {
      plan.incompatibleAt ??= hop;
      const now = here === undefined ? undefined : listed(here);
      const both = now ? there.filter(item => now.includes(item)) : there;
      const when = both.length > 0 ? 'before' : 'after';
      const to = choose(both.length > 0 ? both : there, {
        installed,
        span: version => spanOf(version, hops.slice(index), listed),
      });
      for (const next of addonSteps(name, installed, to, now ?? there)) {
        plan.moves.push({ hop, when, from: installed, to: next });
        installed = next;
      }
    }
    here = hop;
  }
  return plan;
}

/** Over which of the listed versions an add-on gets to another one, that one last. */
export function addonSteps(
  name: string,
  installed: string,
  to: string,
  listed: string[],
): string[] {
  return STEPWISE.includes(name)
    ? [...minorsBetween(installed, to, listed), to]
    : [to];
}

/** How many hops in a row a version is listed for. */
function spanOf(
  version: string,
  hops: string[],
  listed: (kubernetesVersion: string) => string[] | undefined,
): number {
  const end = hops.findIndex(hop => !listed(hop)?.includes(version));
  return end < 0 ? hops.length : end;
}

function choose(
  candidates: string[],
  { installed, span }: { installed: string; span: (version: string) => number },
): string {
  const newer = candidates.filter(
    version => compareReleases(version, installed) > 0,
  );
  const [first, ...others] = newer.length > 0 ? newer : candidates;
  return others.reduce((best, version) => {
    const gain = span(version) - span(best);
    return gain > 0 || (gain === 0 && compareReleases(version, best) > 0)
      ? version
      : best;
  }, first);
}

/** The newest listed version of each minor between two, the older first. */
function minorsBetween(from: string, to: string, listed: string[]): string[] {
  const start = parseRelease(from);
  const end = parseRelease(to);
  if (!start || !end || start[0] !== end[0]) {
    return [];
  }
  const byMinor = new Map<number, string>();
  for (const version of listed) {
    const [major, minor = 0] = parseRelease(version) ?? [];
    const known = byMinor.get(minor);
    if (
      major === start[0] &&
      minor > (start[1] ?? 0) &&
      minor < (end[1] ?? 0) &&
      (known === undefined || compareReleases(version, known) > 0)
    ) {
      byMinor.set(minor, version);
    }
  }
  return [...byMinor].sort(([a], [b]) => a - b).map(([, version]) => version);
}
