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

import {
  fields,
  flag,
  isRecord,
  list,
  oneOf,
  optional,
  ordered,
  orElse,
  record,
  text,
  type Reader,
} from '../clusterSpec/readers';
import * as texts from '../clusterSpec/texts';
import { clusterPlace, clusterPlaceName } from '../namespaceSpec/clusterPlace';
import {
  repositoryUrl,
  type SourceHosts,
} from '../namespaceSpec/repositoryUrl';
import { teamOwner } from '../namespaceSpec/team';
import type {
  ApplicationPromotion,
  ApplicationSource,
  ApplicationSpec,
  ApplicationSyncPolicy,
} from './types';

const revision = text(
  /^(?!.*(\.\.|\/\/|@\{))[A-Za-z0-9][A-Za-z0-9._/+-]{0,126}(?<![./])$/,
  'a branch, a tag or a commit, such as v1.4.2',
);

const chartVersion = text(
  /^v?\d{1,6}\.\d{1,6}\.\d{1,6}([-+][0-9A-Za-z.+-]{1,60})?$/,
  'one version of a chart, such as 1.4.2',
);

const folder = text(
  /^(\.|(?!.*(^|\/)\.{1,2}(\/|$))[A-Za-z0-9._-]{1,100}(\/[A-Za-z0-9._-]{1,100}){0,10})$/,
  'a folder below the root of the repository, without . and .., such as deploy/prod',
);

const chartName = text(
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'the name of a chart, such as orders',
);

const parameterName = text(
  /^[A-Za-z][A-Za-z0-9_-]{0,62}((\.[A-Za-z0-9_-]{1,63})|(\[\d{1,3}\])){0,10}$/,
  'the name of a parameter with dots, such as image.tag',
);

const parameterValue = text(
  /^([A-Za-z0-9_.:/=+@-]([A-Za-z0-9 _.:/=+@-]{0,254}[A-Za-z0-9_.:/=+@-])?)?$/,
  'the value of a parameter: at most 256 letters, digits, blanks and _.:/=+@-',
);

/** A chart where one is named, else a folder. */
function source(hosts: SourceHosts): Reader<ApplicationSource> {
  const repoUrl = repositoryUrl(hosts);
  const ofFolder = fields<Extract<ApplicationSource, { path: string }>>({
    repoUrl,
    path: folder,
    targetRevision: revision,
  });
  const ofChart = fields<Extract<ApplicationSource, { chart: string }>>({
    repoUrl,
    chart: chartName,
    targetRevision: chartVersion,
  });
  return {
    read(value, place) {
      const isChart = isRecord(value) && 'chart' in value;
      return isChart ? ofChart.read(value, place) : ofFolder.read(value, place);
    },
  };
}

const places = ordered(
  list(clusterPlace, 100, clusterPlaceName),
  clusterPlaceName,
);

const clusters: Reader<ApplicationSpec['clusters']> = {
  read: (value, place) =>
    value === 'all' || value === undefined ? 'all' : places.read(value, place),
};

const AUTOMATED: ApplicationSyncPolicy = {
  automated: true,
  selfHeal: true,
  prune: false,
};

/** Each field by itself; what several must agree on is `checkAgreement`'s. */
export function specReader(hosts: SourceHosts): Reader<ApplicationSpec> {
  return fields<ApplicationSpec>({
    name: text(
      /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
      'lower-case letters, digits and dashes, at most 63, a letter first, such as checkout',
    ),
    owner: teamOwner,
    environment: texts.environment,
    namespace: texts.namespace,
    clusters,
    source: source(hosts),
    parameters: record(parameterName, parameterValue, 100),
    syncPolicy: orElse(
      fields<ApplicationSyncPolicy>({
        automated: orElse(flag, AUTOMATED.automated),
        selfHeal: orElse(flag, AUTOMATED.selfHeal),
        prune: orElse(flag, AUTOMATED.prune),
      }),
      AUTOMATED,
    ),
    promotedFrom: optional(
      fields<ApplicationPromotion>({
        environment: texts.environment,
        targetRevision: revision,
      }),
    ),
    lifecycle: orElse(oneOf('active', 'deleting'), 'active'),
  });
}
