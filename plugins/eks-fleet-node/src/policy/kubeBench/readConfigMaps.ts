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
  KubernetesReader,
  ListReducer,
} from '../../kubernetes/client/types';
import type { KubernetesObject } from '../../kubernetes/objects/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { ifAllowed } from '../common/allowed';
import { own } from '../common/describePolicy';
import { cleanName, timeOf } from '../common/text';
import { CheckFolder } from './CheckFolder';
import { foldText } from './parseKubeBench';
import type { KubeBenchConfigMaps, KubeBenchReading } from './types';

/** Where those who run it on each node put the node's name. */
const NODE_KEYS = ['kube-bench/node', 'kubernetes.io/hostname', 'node'];

const NAMES: ListReducer<KubernetesObject, string[]> = {
  start: () => [],
  add: (names, items) =>
    names.concat(items.flatMap(({ metadata }) => metadata?.name ?? [])),
};

type ConfigMap = KubernetesObject & {
  data?: Record<string, unknown>;
  metadata?: { managedFields?: Array<{ time?: unknown }> };
};

interface Folded {
  folder: CheckFolder;
  listed: number;
  /** Of those listed, how many have results that count. */
  found: number;
  /** How many are of nodes that are gone. */
  gone: number;
  oldest?: string;
}

/**
 * What ConfigMaps of a cluster hold, without those of nodes that are gone.
 *
 * @throws ObservationFailure
 */
export async function readConfigMaps(
  reader: KubernetesReader,
  place: KubeBenchConfigMaps,
  signal: AbortSignal,
): Promise<KubeBenchReading> {
  const { key, labelSelector, namespace } = place;
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps`;
  const names = await ifAllowed(
    reader.list({ path: '/api/v1/nodes', metadataOnly: true }, NAMES, signal),
  );
  const nodes = new Set(names === 'forbidden' ? [] : names);
  const read = (there: ReadonlySet<string>) =>
    reader.list(
      { path, labelSelector },
      foldConfigMaps({ key, nodes: there }),
      signal,
    );
  const known = await read(nodes);
  // Whoever wrote them may call nodes by other names.
  const isOther = known.found === 0 && known.gone > 0;
  const { folder, found, gone, listed, oldest } = isOther
    ? await read(new Set())
    : known;
  if (found === 0) {
    throw new ObservationFailure(
      'notInstalled',
      listed === 0
        ? `There are no ConfigMaps ${labelSelector} in the namespace ${namespace}, where kube-bench would leave what it finds`
        : `None of ${listed} ConfigMaps ${labelSelector} in the namespace ${namespace} has ${key}`,
    );
  }
  return {
    folder,
    evaluatedAt: oldest,
    notes: [
      ...(names === 'forbidden'
        ? ['May not list nodes: what was found on those that are gone counts.']
        : []),
      ...(isOther
        ? [
            'ConfigMaps name no node that is there; what was found on those that are gone counts.',
          ]
        : []),
      ...(gone > 0
        ? [`${gone} ConfigMaps are of nodes that are gone, and do not count.`]
        : []),
    ],
  };
}

/** Of all that is listed no more than a page is held. */
function foldConfigMaps(options: {
  key: string;
  /** Empty where they are not known. */
  nodes: ReadonlySet<string>;
}): ListReducer<ConfigMap, Folded> {
  return {
    start: () => ({ folder: new CheckFolder(), listed: 0, found: 0, gone: 0 }),
    add: (folded, items) =>
      items.reduce((sum, item) => fold(sum, item, options), folded),
  };
}

function fold(
  folded: Folded,
  { data, metadata = {} }: ConfigMap,
  { key, nodes }: { key: string; nodes: ReadonlySet<string> },
): Folded {
  const text = own(data, key);
  const name = cleanName(metadata.name) ?? 'without a name';
  folded.listed += 1;
  if (text === undefined) {
    return folded;
  }
  const node = cleanName(
    own(data, 'node') ??
      NODE_KEYS.map(
        each => own(metadata.annotations, each) ?? own(metadata.labels, each),
      ).find(value => value),
  );
  if (node && nodes.size > 0 && !nodes.has(node)) {
    folded.gone += 1;
    return folded;
  }
  try {
    foldText(folded.folder, { text, node });
  } catch (error) {
    throw error instanceof ObservationFailure
      ? new ObservationFailure(
          error.code,
          `ConfigMap ${name}: ${error.message}`,
          { cause: error },
        )
      : error;
  }
  folded.found += 1;
  const at = writtenAt(metadata);
  if (at && !(folded.oldest && folded.oldest <= at)) {
    folded.oldest = at;
  }
  return folded;
}

function writtenAt({
  creationTimestamp,
  managedFields,
}: NonNullable<ConfigMap['metadata']>): string | undefined {
  const times = (Array.isArray(managedFields) ? managedFields : [])
    .map(field => timeOf(field?.time))
    .filter(time => time !== undefined);
  return times.sort().at(-1) ?? timeOf(creationTimestamp);
}
