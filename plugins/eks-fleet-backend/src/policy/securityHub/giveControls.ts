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
  HubControl,
  PolicyName,
  PolicyOutcome,
  PolicySink,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { isLate } from './isLate';

/** What a control says of a resource, and when it last did. */
export type SaidControl = HubControl & { observedAt: string };

/** From what counts least to what counts most. */
const RANKS: HubControl['verdict'][] = [
  'notEvaluated',
  'pass',
  'exempt',
  'warn',
  'fail',
];
const CATEGORY = 'AWS Security Hub';

/**
 * Gives what controls say of a cluster. Each standard that asks for a control
 * may have a finding of its own: of one resource the worst counts, once.
 *
 * @returns what else is to be known, in sentences
 */
export async function giveControls(
  sink: PolicySink,
  said: SaidControl[],
  now: Date,
): Promise<string[]> {
  const byControl = new Map<string, SaidControl[]>();
  for (const control of worstOfResources(said)) {
    const known = byControl.get(control.id) ?? [];
    byControl.set(control.id, [...known, control]);
  }
  const notes: string[] = [];
  for (const [id, results] of [...byControl].sort()) {
    describe(sink, id, results);
    const findings = results.filter(isFinding);
    await sink.outcomes(findings.map(toOutcome));
    findings.forEach(control => exempt(sink, control));
    const open = results.filter(({ verdict }) => verdict === 'notEvaluated');
    const oldest = results.map(({ observedAt }) => observedAt).sort()[0];
    sink.tally({
      policy: nameOf(id),
      pass: results.filter(({ verdict }) => verdict === 'pass').length,
      passes: 'exact',
      skip: open.length,
      evaluatedAt: isLate(oldest, now) ? oldest : undefined,
    });
    if (open.length > 0) {
      const why = open.flatMap(({ reasons = [] }) => reasons)[0];
      notes.push(`${id} could not be evaluated${why ? `: ${why}` : ''}.`);
    }
  }
  return notes.map(note => note.replace(/\.\.$/, '.'));
}

function nameOf(id: string): PolicyName {
  return { engine: 'security-hub', kind: 'SecurityControl', name: id };
}

function worstOfResources(said: SaidControl[]): SaidControl[] {
  const worst = new Map<string, SaidControl>();
  for (const control of said) {
    const { id, resource, verdict } = control;
    const key = JSON.stringify([id, resource.kind, resource.name]);
    const known = worst.get(key);
    if (!known || RANKS.indexOf(verdict) > RANKS.indexOf(known.verdict)) {
      worst.set(key, { ...control, standards: standardsOf(known, control) });
    } else {
      worst.set(key, { ...known, standards: standardsOf(known, control) });
    }
  }
  return [...worst.values()];
}

function standardsOf(
  ...controls: Array<SaidControl | undefined>
): string[] | undefined {
  const all = controls.flatMap(control => control?.standards ?? []);
  return all.length > 0 ? [...new Set(all)].sort() : undefined;
}

/** A control looks at what is there, and keeps nobody from anything. */
function describe(sink: PolicySink, id: string, results: SaidControl[]): void {
  const first = <K extends keyof SaidControl>(key: K) =>
    results.find(result => result[key])?.[key];
  sink.policy({
    ...nameOf(id),
    mode: 'audit',
    category: CATEGORY,
    title: first('title'),
    description: first('description'),
    severity: first('severity'),
    remediation: first('remediation'),
    documentation: first('documentation'),
  });
}

function isFinding({ verdict }: SaidControl): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'exempt';
}

function toOutcome(control: SaidControl): PolicyOutcome {
  const { description, id, note, reasons, resource, severity } = control;
  const { standards, verdict } = control;
  const isExempt = verdict === 'exempt';
  return {
    policy: nameOf(id),
    result: verdict as PolicyOutcome['result'],
    severity,
    category: CATEGORY,
    message: reasons?.join(' ') ?? description,
    resource,
    ...(isExempt && { exceptions: [id] }),
    properties: {
      ...(standards && { Standards: standards.join(', ') }),
      ...(isExempt && note?.text && { 'Suppressed because': note.text }),
      ...(isExempt && note?.by && { 'Suppressed by': note.by }),
      ...(isExempt && note?.at && { 'Suppressed at': note.at }),
    },
  };
}

/** What is suppressed in Security Hub is an exemption without an end. */
function exempt(
  sink: PolicySink,
  { id, note, resource, verdict }: SaidControl,
): void {
  if (verdict !== 'exempt') {
    return;
  }
  sink.exception({
    engine: 'security-hub',
    kind: 'suppression',
    name: id,
    policies: [{ kind: 'SecurityControl', name: id }],
    scope:
      resource.kind === 'Cluster'
        ? 'the cluster'
        : `${resource.kind} ${resource.name ?? ''}`.trim(),
    reason: note?.text,
    approvedBy: note?.by,
    createdAt: note?.at,
  });
}
