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

import type { ObservedException } from '../../extensions/policySources';
import { defined } from './describePolicy';
import { cleanName, cleanText, timeOf } from './text';

/** What the chart `fleet-policies` notes of an exception, as it was written. */
export interface NotedException
  extends Pick<
    ObservedException,
    | 'scope'
    | 'namespaces'
    | 'tooBroad'
    | 'reason'
    | 'ticket'
    | 'requestedBy'
    | 'approvedBy'
    | 'expiresAt'
  > {
  name: string;
}

const MOST_NOTED = 200;

/** What stands in the annotation `eks-fleet.io/exceptions`; nothing where it is broken. */
export function notedExceptions(
  annotation: string | undefined,
): NotedException[] {
  let noted: unknown;
  try {
    noted = JSON.parse(annotation ?? '[]');
  } catch {
    return [];
  }
  return (Array.isArray(noted) ? noted : [])
    .slice(0, MOST_NOTED)
    .flatMap(each => {
      const name = cleanName(each?.name);
      return name ? [{ name, ...readNoted(each) }] : [];
    });
}

function readNoted(
  noted: Record<string, unknown>,
): Omit<NotedException, 'name'> {
  const namespaces = namesOf(noted.namespaces);
  const resources = (Array.isArray(noted.resources) ? noted.resources : [])
    .slice(0, 20)
    .map(each => {
      const { kind = '*', name = '*' } = (each ?? {}) as Record<
        string,
        unknown
      >;
      return { kind: cleanName(kind) ?? '*', name: cleanName(name) ?? '*' };
    });
  const what = resources.map(({ kind, name }) => `${kind} ${name}`).join(', ');
  return defined({
    scope: scopeText(what || 'everything', namespaces),
    namespaces: namespaces.length > 0 ? namespaces : undefined,
    tooBroad:
      isEverywhere(namespaces) ||
      resources.length === 0 ||
      resources.some(({ name }) => isAnything(name)) ||
      undefined,
    reason: cleanText(noted.reason),
    ticket: cleanName(noted.ticket),
    requestedBy: cleanName(noted.requestedBy),
    approvedBy: cleanName(noted.approvedBy),
    expiresAt: timeOf(noted.expiresAt),
  });
}

/** What is covered, in a few words. */
export function scopeText(what: string, namespaces: string[]): string {
  const where =
    namespaces.length > 0
      ? `in ${namespaces.slice(0, 10).join(', ')}`
      : 'in all namespaces';
  return cleanText(`${what} ${where}`, 300)!;
}

/** Whether no namespace is left that it does not hold for. */
export function isEverywhere(namespaces: string[]): boolean {
  return namespaces.length === 0 || namespaces.some(isAnything);
}

/** A pattern that anything fits. */
export function isAnything(pattern: string): boolean {
  return /^[*?]*\*[*?]*$/.test(pattern);
}

/** Names of a list that somebody else has written. */
export function namesOf(list: unknown): string[] {
  return (Array.isArray(list) ? list : [])
    .slice(0, 200)
    .flatMap(each => cleanName(each) ?? []);
}
