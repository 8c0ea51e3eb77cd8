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

import type { PolicyResult } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PolicyName, PolicyOutcome } from '../../extensions/policySources';
import { severityOf } from '../common/severity';
import { cleanName, cleanText, timeOf } from '../common/text';
import type {
  ReportDocument,
  ResourceReference,
  ResultDocument,
} from './documents';
import { policyOfResult } from './policyOfResult';

/** A result on one resource, whether it passes or not. */
export interface ReadResult extends Omit<PolicyOutcome, 'result' | 'policy'> {
  policy: PolicyName;
  /** As the report has it. */
  source: string;
  verdict: PolicyResult | 'pass' | 'skip';
  /** ISO 8601. */
  evaluatedAt?: string;
}

/** A report in the words of the product. */
export interface ReadReport {
  results: ReadResult[];
  /** Results that are none of those that a report can have. */
  strange: string[];
  /** Whether its writer leaves passes out. */
  passesLeftOut: boolean;
  /** Whether its writer had more to write than it may. */
  truncated: boolean;
}

const RESULTS = ['pass', 'fail', 'warn', 'error', 'skip'] as const;

/** Properties that are in other fields, or only say how it came about. */
const KNOWN_PROPERTIES = new Set(['controlsJSON', 'exceptions', 'process']);
const MAX_PROPERTIES = 20;

/** What a report says, of whichever API and by whichever writer it is. */
export function readReport(report: ReportDocument): ReadReport {
  const documents = Array.isArray(report.results)
    ? report.results.filter(each => each && typeof each === 'object')
    : [];
  const strange: string[] = [];
  const results = documents.flatMap(document => {
    const word = String(document.result ?? 'none').toLowerCase();
    if (!RESULTS.some(each => each === word)) {
      strange.push(cleanName(word, 40) ?? 'none');
    }
    const result = readResult(document, report);
    return resourcesOf(document, report).map(resource => ({
      ...result,
      resource,
    }));
  });
  const { maxResults, statusFilter } = report.configuration?.limits ?? {};
  return {
    results,
    strange,
    passesLeftOut:
      Array.isArray(statusFilter) &&
      statusFilter.length > 0 &&
      !statusFilter.includes('pass'),
    truncated:
      typeof maxResults === 'number' &&
      maxResults > 0 &&
      documents.length >= maxResults,
  };
}

function readResult(
  document: ResultDocument,
  report: ReportDocument,
): Omit<ReadResult, 'resource'> {
  const { properties: given } = document;
  const all = given && typeof given === 'object' ? given : {};
  const source = document.source || report.source;
  const { policy, rule } = policyOfResult({ ...document, source });
  const exceptions = exceptionsOf(document, all);
  const verdict = verdictOf(document, exceptions);
  return {
    source: cleanName(source, 63) ?? '',
    policy,
    rule: ruleOf(rule, policy),
    verdict,
    severity: severityOf(document.severity),
    category: cleanName(document.category, 200),
    // Of what passes nothing is kept but that it does.
    ...(verdict !== 'pass' &&
      verdict !== 'skip' && {
        message: cleanText(document.message),
        properties: propertiesOf(all),
        exceptions: exceptions.length > 0 ? exceptions : undefined,
      }),
    evaluatedAt: timeOf(document.timestamp),
  };
}

function verdictOf(
  { result, rule, scored }: ResultDocument,
  exceptions: string[],
): ReadResult['verdict'] {
  const word = String(result ?? '').toLowerCase();
  switch (word) {
    case 'fail':
      return scored === false ? 'warn' : 'fail';
    case 'warn':
    case 'error':
      return word;
    case 'pass':
    case 'skip':
      // A CEL policy names the exception where its rule would be.
      return exceptions.length > 0 || rule === 'exception' ? 'exempt' : word;
    default:
      return 'skip';
  }
}

/**
 * Of a CEL policy there is one result for a resource, with the place of the
 * first expression that fails among the properties. That is no rule: which one
 * is first changes, and of what is exempt it is not said.
 */
function ruleOf(
  rule: string | undefined,
  policy: PolicyName,
): string | undefined {
  if (!rule || rule === 'exception' || rule === policy.name) {
    return undefined;
  }
  return rule.replace(/^autogen-(cronjob-)?/, '') || rule;
}

/** Names, of some writers with their namespaces. */
function exceptionsOf(
  { message }: ResultDocument,
  properties: Record<string, unknown>,
): string[] {
  const [, said = ''] =
    /due to policy exceptions?:? (.+)$/i.exec(
      typeof message === 'string' ? message.slice(0, 2000) : '',
    ) ?? [];
  const keys = said.match(/[a-z0-9.-]+\/[a-z0-9.-]+/g) ?? [];
  const names = String(properties.exceptions ?? '')
    .slice(0, 2000)
    .split(',')
    .map(name => cleanName(name) ?? '')
    .filter(name => name && !keys.some(key => key.endsWith(`/${name}`)));
  return [...new Set([...keys, ...names])].slice(0, 10).sort();
}

function propertiesOf(
  properties: Record<string, unknown>,
): Record<string, string> | undefined {
  const kept = Object.entries(properties)
    .filter(([key]) => !KNOWN_PROPERTIES.has(key))
    .slice(0, MAX_PROPERTIES)
    .flatMap(([key, value]) => {
      const [name, text] = [cleanName(key, 100), cleanText(value, 1000)];
      return name && text && name !== '__proto__' ? [[name, text]] : [];
    });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** What a result is on: its resources, else what the report is about. */
function resourcesOf(
  { resources }: ResultDocument,
  report: ReportDocument,
): Array<PolicyOutcome['resource']> {
  const named = (Array.isArray(resources) ? resources : [])
    .map(resource => resourceOf(resource))
    .filter(resource => resource !== undefined);
  if (named.length > 0) {
    return named;
  }
  const namespace = cleanName(report.metadata?.namespace);
  return [
    resourceOf(report.scope, namespace) ??
      (namespace
        ? { apiVersion: 'v1', kind: 'Namespace', name: namespace }
        : { kind: 'Cluster' }),
  ];
}

function resourceOf(
  reference: ResourceReference | undefined,
  reportNamespace?: string,
): PolicyOutcome['resource'] | undefined {
  const kind = cleanName(reference?.kind, 100);
  if (!kind) {
    return undefined;
  }
  const namespace = cleanName(reference?.namespace) ?? reportNamespace;
  return {
    apiVersion: cleanName(reference?.apiVersion, 200),
    kind,
    ...(namespace && kind !== 'Namespace' && { namespace }),
    name: cleanName(reference?.name),
  };
}
