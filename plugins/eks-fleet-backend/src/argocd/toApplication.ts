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
  ArgocdApplication,
  ArgocdDestination,
  ArgocdHub,
  ArgocdSource,
} from './types';

/** Labels and annotations that say which cluster something is of. */
const ARN_KEYS = ['eks-fleet.io/cluster-arn', 'eks.amazonaws.com/cluster-arn'];
const ARN = /^arn:aws[a-z-]*:eks:[a-z0-9-]+:\d{12}:cluster\/[\w-]+$/;
const LONGEST = 500;

interface Metadata {
  name?: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

interface Source {
  repoURL?: string;
  path?: string;
  chart?: string;
  targetRevision?: string;
  helm?: { parameters?: Array<{ name?: string; value?: string }> };
}

/** As the API has it; written by others, so nothing is sure to be there. */
export interface ApplicationObject {
  metadata?: Metadata;
  spec?: {
    source?: Source;
    sources?: Source[];
    destination?: { server?: string; name?: string };
    syncPolicy?: { automated?: { enabled?: boolean } };
  };
  status?: {
    sync?: { status?: string; revision?: string; revisions?: string[] };
    health?: { status?: string; message?: string };
    operationState?: { phase?: string; message?: string };
    conditions?: Array<{ type?: string; message?: string }>;
    resources?: Array<{ health?: { status?: string; message?: string } }>;
    reconciledAt?: string;
  };
}

/** An application, as far as it says how it stands. Pure. */
export function toApplication(
  { metadata = {}, spec = {}, status = {} }: ApplicationObject,
  hub: ArgocdHub,
): ArgocdApplication {
  const namespace = text(metadata.namespace) ?? hub.namespace;
  const name = text(metadata.name) ?? '';
  const { automated } = spec.syncPolicy ?? {};
  return {
    hub: hub.id,
    namespace,
    name,
    ...(hub.url && {
      url: `${hub.url}/applications/${encodeURIComponent(
        namespace,
      )}/${encodeURIComponent(name)}`,
    }),
    sources: [spec.source, ...(spec.sources ?? [])].flatMap(source =>
      source?.repoURL ? [toSource(source, source.repoURL)] : [],
    ),
    destination: {
      server: text(spec.destination?.server),
      name: text(spec.destination?.name),
    },
    clusterArn: arnOf(metadata),
    sync: text(status.sync?.status) ?? 'Unknown',
    health: text(status.health?.status) ?? 'Unknown',
    revision: text(status.sync?.revision ?? status.sync?.revisions?.[0]),
    operation: text(status.operationState?.phase),
    message: messageOf(status),
    reconciledAt: text(status.reconciledAt),
    automated: automated !== undefined && automated.enabled !== false,
  };
}

function toSource(
  { chart, helm, path, targetRevision }: Source,
  repoUrl: string,
): ArgocdSource {
  const parameters = (helm?.parameters ?? []).flatMap(each => {
    const name = text(each.name);
    return name ? [[name, text(each.value) ?? '']] : [];
  });
  return {
    repoUrl,
    path: text(path),
    chart: text(chart),
    targetRevision: text(targetRevision),
    ...(parameters.length > 0 && {
      parameters: Object.fromEntries(parameters),
    }),
  };
}

/** A cluster Secret, as the API has it; what it holds to get in is not looked at. */
export interface ClusterSecretObject {
  metadata?: Metadata;
  data?: { name?: string; server?: string };
}

/** What a hub calls a cluster, and where its API is. Pure. */
export function toDestination({
  data = {},
  metadata = {},
}: ClusterSecretObject): ArgocdDestination | undefined {
  const [name, server] = [decode(data.name), decode(data.server)];
  return name && server
    ? { name, server, clusterArn: arnOf(metadata) }
    : undefined;
}

/** The first words that say what is wrong; of health before sync. */
function messageOf(
  status: NonNullable<ApplicationObject['status']>,
): string | undefined {
  const { conditions, health, operationState, resources, sync } = status;
  const unwell = resources?.find(
    each => each.health?.message && each.health.status !== 'Healthy',
  );
  const failed =
    operationState?.phase === 'Failed' || operationState?.phase === 'Error';
  return text(
    health?.message ??
      unwell?.health?.message ??
      (failed ? operationState?.message : undefined) ??
      (sync?.status === 'Synced' ? undefined : conditions?.[0]?.message),
  );
}

function arnOf({ annotations, labels }: Metadata): string | undefined {
  return ARN_KEYS.flatMap(key => [annotations?.[key], labels?.[key]]).find(
    arn => arn !== undefined && ARN.test(arn),
  );
}

function decode(value: string | undefined): string | undefined {
  return value === undefined
    ? undefined
    : text(Buffer.from(value, 'base64').toString('utf8'));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value.slice(0, LONGEST)
    : undefined;
}
