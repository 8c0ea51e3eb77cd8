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

import { createHash } from 'node:crypto';
import type {
  FindingEvidence,
  FindingSeverity,
  FindingSubject,
  ReadinessVerdict,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { safeText } from '../../inventory/safeText';
import type { Finding } from '../types';
import type { AssessmentContext } from './context';

// Keys stand in query strings and in columns with an index.
const MAX_KEY = 480;
const MAX_TEXT = 2_000;

/** What a rule found, before it is made safe to keep and to show. */
export interface FindingDraft {
  code: string;
  /** With the code, what tells it from other findings on this cluster. */
  about?: string[];
  /** With the code, what it has in common with other clusters; `about` where left out. */
  cause?: string[];
  severity: FindingSeverity;
  title: string;
  message: string;
  subject: FindingSubject;
  evidence: FindingEvidence;
  hop?: string;
  /** The cluster's owner where left out. */
  owner?: string;
  clearsAt?: Date;
  fix?: string;
}

/** Text of clusters and clients ends here: bounded, without control characters. */
export function createFinding(
  context: Pick<AssessmentContext, 'cluster'>,
  draft: FindingDraft,
): Finding {
  const { about = [], cause = about } = draft;
  const { kind, name, namespace } = draft.subject;
  return {
    key: keyOf([draft.code, ...about]),
    causeKey: keyOf([draft.code, ...cause]),
    code: draft.code,
    severity: draft.severity,
    title: safeText(draft.title, 200),
    message: safeText(draft.message, MAX_TEXT),
    subject: {
      kind,
      name: safeText(name, MAX_TEXT),
      ...(namespace !== undefined && {
        namespace: safeText(namespace, MAX_TEXT),
      }),
    },
    evidence: draft.evidence,
    ...(draft.hop !== undefined && { hop: draft.hop }),
    ...ownerOf(draft.owner ?? context.cluster.owner),
    ...(draft.clearsAt && { clearsAt: draft.clearsAt.toISOString() }),
    ...(draft.fix !== undefined && { fix: safeText(draft.fix, MAX_TEXT) }),
  };
}

/** What was observed, where and when. A time that is yet to come counts as now. */
export function evidenceOf(
  context: Pick<AssessmentContext, 'observations' | 'now'>,
  source: string,
  facts: Record<string, string | number | boolean | undefined> = {},
): FindingEvidence {
  const observedAt = context.observations[source]?.observedAt;
  return {
    source,
    ...(observedAt && { observedAt: notAfter(observedAt, context.now) }),
    facts: Object.fromEntries(
      Object.entries(facts)
        .filter(([, fact]) => fact !== undefined)
        .map(([name, fact]) => [safeText(name, 200), safeText(fact, MAX_TEXT)]),
    ),
  };
}

export function keyOf(parts: string[]): string {
  const key = parts.map(part => safeText(part, MAX_TEXT)).join(':');
  if (key.length <= MAX_KEY) {
    return key;
  }
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return `${key.slice(0, MAX_KEY - 17)}~${hash}`;
}

const GRAVITY: Record<FindingSeverity, number> = {
  blocking: 0,
  unknown: 1,
  warning: 2,
  info: 3,
};

/** The gravest first; of one key only the gravest, and of those the first. */
export function arrange(findings: Finding[]): Finding[] {
  const sorted = findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        GRAVITY[a.finding.severity] - GRAVITY[b.finding.severity] ||
        a.index - b.index,
    )
    .map(({ finding }) => finding);
  const byKey = new Map<string, Finding>();
  for (const finding of sorted) {
    if (!byKey.has(finding.key)) {
      byKey.set(finding.key, finding);
    }
  }
  return [...byKey.values()];
}

/** Whether a finding still counts. */
export function counts(finding: Pick<Finding, 'waiver'>): boolean {
  return finding.waiver?.active !== true;
}

/** One finding that blocks is enough, and one unknown keeps from being ready. */
export function verdictOf(
  findings: Array<Pick<Finding, 'severity' | 'waiver'>>,
): ReadinessVerdict {
  const counting = findings.filter(counts);
  if (counting.some(({ severity }) => severity === 'blocking')) {
    return 'blocked';
  }
  return counting.some(({ severity }) => severity === 'unknown')
    ? 'unknown'
    : 'ready';
}

function ownerOf(owner: string | undefined): { owner?: string } {
  const text = safeText(owner, 500);
  return text ? { owner: text } : {};
}

function notAfter(time: string, now: Date): string {
  return Date.parse(time) > now.getTime() ? now.toISOString() : time;
}
