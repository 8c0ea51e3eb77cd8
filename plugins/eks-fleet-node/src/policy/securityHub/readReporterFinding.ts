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

import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { PolicyOutcome } from '../../extensions/policySources';
import { readReport } from '../reports/readReport';
import { noteOf } from './readControl';

/** What Policy Reporter itself puts in, and by what a cluster is told. */
const OWN_FIELDS = new Set([
  'Source',
  'Category',
  'Policy',
  'Rule',
  'Result',
  'Report',
  'Resource APIVersion',
  'Resource Kind',
  'Resource Namespace',
  'Resource Name',
  'Resource UID',
  'cluster',
  'account',
  'region',
]);

/**
 * A result of a policy as Policy Reporter's target for Security Hub sent it,
 * with the same policy, rule and resource as its report has; nothing where it
 * is not one. What is suppressed is exempt.
 */
export function readReporterFinding(
  finding: AwsSecurityFinding,
): PolicyOutcome | undefined {
  const other = finding.Resources?.[0]?.Details?.Other ?? {};
  const said = (key: string) =>
    Object.hasOwn(other, key) ? other[key] : undefined;
  const word = String(said('Result') ?? '').toLowerCase();
  if (!said('Policy') || !['fail', 'warn', 'error'].includes(word)) {
    return undefined;
  }
  const { results } = readReport({
    results: [
      {
        source: said('Source'),
        policy: said('Policy'),
        rule: said('Rule'),
        category: said('Category'),
        result: word,
        severity: finding.Severity?.Label,
        message: finding.Description,
        resources: [
          {
            apiVersion: said('Resource APIVersion'),
            kind: said('Resource Kind'),
            namespace: said('Resource Namespace'),
            name: said('Resource Name'),
          },
        ],
        properties: Object.fromEntries(
          Object.entries(other).filter(([key]) => !OWN_FIELDS.has(key)),
        ),
      },
    ],
  });
  const [{ source: _, evaluatedAt: __, verdict, ...outcome }] = results;
  const isSuppressed = finding.Workflow?.Status === 'SUPPRESSED';
  const note = isSuppressed ? noteOf(finding) : undefined;
  return {
    ...outcome,
    result: isSuppressed ? 'exempt' : (verdict as PolicyOutcome['result']),
    properties: {
      ...outcome.properties,
      ...(note?.text && { 'Suppressed because': note.text }),
      ...(note?.by && { 'Suppressed by': note.by }),
      ...(note?.at && { 'Suppressed at': note.at }),
    },
  };
}
