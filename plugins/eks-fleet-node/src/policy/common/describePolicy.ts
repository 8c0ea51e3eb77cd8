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
  ObservedPolicy,
  PolicyDescription,
} from '../../extensions/policySources';
import type { ObjectMeta } from '../../kubernetes/objects/types';
import { severityOf } from './severity';
import { cleanName, cleanText } from './text';

/** Where engines, libraries and charts put what a policy is about. */
const ANNOTATIONS = {
  title: [
    'policies.kyverno.io/title',
    'metadata.gatekeeper.sh/title',
    'eks-fleet.io/title',
  ],
  category: [
    'eks-fleet.io/category',
    'policies.kyverno.io/category',
    'metadata.gatekeeper.sh/category',
  ],
  severity: [
    'eks-fleet.io/severity',
    'policies.kyverno.io/severity',
    'metadata.gatekeeper.sh/severity',
    'severity',
  ],
  description: [
    'policies.kyverno.io/description',
    'metadata.gatekeeper.sh/description',
    'description',
  ],
  remediation: ['eks-fleet.io/remediation'],
  documentation: ['eks-fleet.io/documentation'],
};

/** What a policy's own object says of it, by annotations; nothing that is not there. */
export function describePolicy({ annotations }: ObjectMeta): PolicyDescription {
  const said = (keys: string[]) =>
    keys.map(key => own(annotations, key)).find(value => value);
  const documentation = cleanText(said(ANNOTATIONS.documentation), 1000);
  return defined({
    title: cleanName(said(ANNOTATIONS.title)),
    category: cleanName(said(ANNOTATIONS.category), 200),
    severity: severityOf(said(ANNOTATIONS.severity)),
    description: cleanText(said(ANNOTATIONS.description), 4000),
    remediation: cleanText(said(ANNOTATIONS.remediation), 4000),
    documentation: isWebAddress(documentation) ? documentation : undefined,
  });
}

/** Which version of what brought a policy, and what keeps it there. */
export function traceOrigin({
  annotations,
  labels,
}: ObjectMeta): Pick<ObservedPolicy, 'version' | 'origin'> {
  const chart = cleanName(own(labels, 'helm.sh/chart'));
  // `<application>:<group>/<kind>:<namespace>/<name>`
  const tracked = own(annotations, 'argocd.argoproj.io/tracking-id');
  const argocdApplication =
    cleanName(tracked?.split(':')[0]) ??
    cleanName(own(labels, 'argocd.argoproj.io/instance'));
  const version =
    chart ??
    cleanName(own(annotations, 'metadata.gatekeeper.sh/version')) ??
    cleanName(own(labels, 'app.kubernetes.io/version'));
  const origin = defined({ argocdApplication, chart });
  return defined({
    version,
    origin: Object.keys(origin).length > 0 ? origin : undefined,
  });
}

/** A text that is there itself, and a text. */
export function own(
  texts: Record<string, unknown> | undefined,
  key: string,
): string | undefined {
  const value = texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Without what is undefined. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as T;
}

function isWebAddress(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\/\S+$/i.test(text);
}
