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
  ClusterSpec,
  ClusterSpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { valueAt } from '../../edits/jsonPointer';
import { isMap, unlessEmpty } from '../fieldPairs';
import type { ClusterFileContext, FileDocument, SettingRule } from '../types';

/** What no provisioner has a field for is said by annotations of these names. */
const OURS = {
  accountId: 'eks-fleet.io/account-id',
  environment: 'eks-fleet.io/environment',
  owner: 'eks-fleet.io/owner',
  expiresOn: 'eks-fleet.io/expires-on',
  reconcileAt: 'eks-fleet.io/reconcile-at',
  lifecycle: 'eks-fleet.io/lifecycle',
} as const;

const VPC_ID = 'eks-fleet.io/vpc-id';

export const namespaceSetting: SettingRule = {
  pattern: /^([a-z0-9-]|\{(cluster|account|region|environment)\}){1,63}$/,
  right:
    'a namespace, in which {cluster}, {account}, {region} and {environment} stand for the cluster’s own',
};

/** Annotations of the object that stands for the cluster. */
export function clusterAnnotations(spec: ClusterSpec): FileDocument {
  return {
    ...Object.fromEntries(
      Object.entries(OURS).flatMap(([field, annotation]) => {
        const value = spec[field as keyof typeof OURS];
        return value === undefined ? [] : [[annotation, value]];
      }),
    ),
    ...('vpcId' in spec.network && { [VPC_ID]: spec.network.vpcId }),
  };
}

/**
 * Of an object that is looked at again once it changes in any place: a part of
 * a cluster, beside the object that stands for all of it.
 */
export function reconcileMark({ reconcileAt }: ClusterSpec): FileDocument {
  return reconcileAt === undefined ? {} : { [OURS.reconcileAt]: reconcileAt };
}

/** The fields that annotations of the cluster's object say. */
export function readAnnotations(document: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(OURS).flatMap(([field, annotation]) => {
      const value = annotationOf(document, annotation);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

export function readVpcId(document: unknown): unknown {
  return annotationOf(document, VPC_ID);
}

export function annotationOf(document: unknown, name: string): unknown {
  return valueAt(document, ['metadata', 'annotations', name]);
}

/**
 * What keeps Argo CD from taking an object away when its file goes, or its
 * application; nothing once it is to be deleted.
 */
export function argoGuards({
  lifecycle,
}: Pick<ClusterSpec, 'lifecycle'>): FileDocument {
  return lifecycle === 'deleting'
    ? {}
    : { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
}

export function metadata(
  name: string,
  namespace: string | undefined,
  annotations: FileDocument,
): FileDocument {
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    ...(unlessEmpty(annotations) && { annotations }),
  };
}

/**
 * Of the namespace that a cluster's objects are in, which comes first in its
 * file: an ApplicationSet sees no more than the first object of a file, and
 * chooses by this what is to be deleted.
 */
export function namespaceMark({ lifecycle }: ClusterSpec): FileDocument {
  return lifecycle === 'deleting' ? { [OURS.lifecycle]: lifecycle } : {};
}

/** The namespace of a cluster's objects; its own by default. */
export function namespaceOf(
  spec: ClusterSpec,
  settings: ClusterFileContext['settings'],
): string {
  return fill(settings.namespace ?? '{cluster}', spec);
}

/** Whether objects of several clusters share a namespace, which then is not ours to make. */
export function isShared(settings: ClusterFileContext['settings']): boolean {
  return !(settings.namespace ?? '{cluster}').includes('{cluster}');
}

/** Why objects cannot be in their namespace. */
export function problemsOfNamespace(
  spec: ClusterSpec,
  settings: ClusterFileContext['settings'],
): ClusterSpecProblem[] {
  const namespace = namespaceOf(spec, settings);
  return namespace.length <= 63
    ? []
    : [
        {
          field: 'name',
          message: `makes the namespace ${namespace} of more than 63 characters; take a shorter one`,
        },
      ];
}

/** A setting with the cluster's own in it. */
export function fill(template: string, spec: ClusterSpec): string {
  return template
    .replaceAll('{cluster}', spec.name)
    .replaceAll('{account}', spec.accountId)
    .replaceAll('{region}', spec.region)
    .replaceAll('{environment}', spec.environment);
}

/** A name for what is called otherwise than Kubernetes lets things be called. */
export function objectName(
  cluster: string,
  part: string,
  what: string,
): string {
  const hash = createHash('sha256').update(what).digest('hex').slice(0, 8);
  return `${cluster}-${part}-${hash}`;
}

/** An add-on's name as Kubernetes lets things be called. */
export function addonObjectName(cluster: string, addon: string): string {
  return `${cluster}-${addon.replaceAll('_', '-')}`;
}

/** Documents of a kind. */
export function ofKind(
  documents: readonly FileDocument[],
  kind: string,
  group: RegExp,
): FileDocument[] {
  return documents.filter(
    each => each.kind === kind && group.test(String(each.apiVersion)),
  );
}

/** The kind of a document and what it is called in AWS. */
export function identity(document: FileDocument, ...path: string[]): string {
  const name = valueAt(document, path);
  return `${String(document.kind)} ${
    typeof name === 'string'
      ? name
      : String(valueAt(document, ['metadata', 'name']))
  }`;
}

/** What an add-on's configuration is as EKS takes it: a text of JSON. */
export const configurationText = {
  to: (value: unknown) => JSON.stringify(value),
  from: (value: unknown) => {
    try {
      return JSON.parse(String(value));
    } catch {
      return value;
    }
  },
};

/** What `accessScope` is in EKS. */
export const accessScope = {
  to: (namespaces: string[] | undefined) =>
    namespaces ? { type: 'namespace', namespaces } : { type: 'cluster' },
  from: (scope: unknown) =>
    isMap(scope) && scope.type === 'namespace'
      ? scope.namespaces ?? []
      : undefined,
};

/** What cannot be said, as a list that leaves out what can. */
export function problemsWhere(
  ...cases: [boolean, string, string][]
): ClusterSpecProblem[] {
  return cases.flatMap(([isRefused, field, message]) =>
    isRefused ? [{ field, message }] : [],
  );
}
