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

import type {
  PolicyCell,
  PolicyEngine,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DAY_MS } from '../store/codes';
import type { CellRecord, FeedRecord } from '../types';

/** The feed that reads the policies of each engine, where one does. */
export const FEED_OF_ENGINE: Partial<Record<PolicyEngine, string>> = {
  kyverno: 'policyKyverno',
  gatekeeper: 'policyGatekeeper',
  vap: 'policyAdmission',
};

/** What is known of where policies of a cluster come from. */
export interface ClusterFeeds {
  /** What was read whole, by feed. */
  read: ReadonlyMap<string, FeedRecord>;
  /** Feeds that said that their engine is not there. */
  notInstalled: ReadonlySet<string>;
}

export const NO_FEEDS: ClusterFeeds = {
  read: new Map(),
  notInstalled: new Set(),
};

/** How an engine stands on a cluster. */
export function engineState(
  engine: PolicyEngine,
  feeds: ClusterFeeds,
): 'there' | 'noEngine' | 'unknown' {
  if (isNotInstalled(engine, feeds)) {
    return 'noEngine';
  }
  for (const { engines } of feeds.read.values()) {
    if (engines.includes(engine)) {
      return 'there';
    }
  }
  return 'unknown';
}

function isNotInstalled(engine: PolicyEngine, feeds: ClusterFeeds): boolean {
  const feed = FEED_OF_ENGINE[engine];
  return feed !== undefined && feeds.notInstalled.has(feed);
}

/** Cells of which nothing was read. */
const NOTHING_ELSE: Record<PolicyCell['state'], PolicyCell> = {
  deployed: { state: 'deployed' },
  noEngine: { state: 'noEngine' },
  notDeployed: { state: 'notDeployed' },
  reported: { state: 'reported' },
  unknown: { state: 'unknown' },
};

/** How a policy stands on one cluster. Nothing that was not read is compliant. */
export function presentCell(
  engine: PolicyEngine,
  record: CellRecord | undefined,
  feeds: ClusterFeeds,
  now: Date,
): PolicyCell {
  const state = stateOf(engine, record, feeds);
  return record
    ? { state, ...presentFacts(engine, record, now) }
    : NOTHING_ELSE[state];
}

/** How a policy stands on several clusters together. */
export function presentGroupCell(
  engine: PolicyEngine,
  record: CellRecord | undefined,
  clusters: number,
  now: Date,
): PolicyCell {
  if (!record) {
    return { state: 'unknown', clusters };
  }
  return {
    state: record.deployedOn > 0 ? 'deployed' : 'reported',
    ...presentFacts(engine, record, now),
    clusters,
    deployedOn: record.deployedOn,
  };
}

function stateOf(
  engine: PolicyEngine,
  record: CellRecord | undefined,
  feeds: ClusterFeeds,
): PolicyCell['state'] {
  if (isNotInstalled(engine, feeds)) {
    return 'noEngine';
  }
  if (record?.seen) {
    return 'deployed';
  }
  if (record && hasResults(record)) {
    return 'reported';
  }
  return engineState(engine, feeds) === 'there' ? 'notDeployed' : 'unknown';
}

function hasResults({ fail, warn, error, exempt, pass }: CellRecord): boolean {
  return fail + warn + error + exempt + (pass ?? 0) > 0;
}

function presentFacts(
  engine: PolicyEngine,
  record: CellRecord,
  now: Date,
): Omit<PolicyCell, 'state'> {
  const { fail, warn, error, exempt } = record;
  const broken = fail + warn + error;
  return {
    mode: record.mode,
    ready: record.ready,
    notReadyBecause: record.notReadyBecause || undefined,
    version: record.version || undefined,
    fail: fail || undefined,
    warn: warn || undefined,
    error: error || undefined,
    exempt: exempt || undefined,
    pass: record.pass,
    passes: record.passes,
    atLeast: record.atLeast || undefined,
    severity: broken > 0 ? record.severity : undefined,
    stale: staleFrom(engine, record) <= now.getTime() || undefined,
    observedAt: older(record.observedAt, record.evaluatedAt),
  };
}

/** Benchmarks are run once a week. */
const BENCHMARK_WITHIN_MS = 8 * DAY_MS;

/**
 * From when on it says nothing about now, in milliseconds: it was to be read
 * again by then, or the engine itself has not looked for too long.
 */
export function staleFrom(
  engine: PolicyEngine,
  { evaluatedAt, freshUntil }: CellRecord,
): number {
  const within = engine === 'kube-bench' ? BENCHMARK_WITHIN_MS : DAY_MS;
  return Math.min(
    freshUntil === undefined ? Infinity : Date.parse(freshUntil),
    evaluatedAt === undefined ? Infinity : Date.parse(evaluatedAt) + within + 1,
  );
}

function older(a: string | undefined, b: string | undefined) {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return a < b ? a : b;
}
