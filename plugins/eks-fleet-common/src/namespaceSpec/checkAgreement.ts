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

import { arnPartition } from '../clusterSpec/arnPartition';
import { overlaps, parseCidr } from '../clusterSpec/cidr';
import type { Place } from '../clusterSpec/readers';
import { compareQuantities } from '../quantities/arithmetic';
import { parseQuantity } from '../quantities/parseQuantity';
import { reservedLabelDomain } from './reservedLabels';
import type { NamespaceSpec } from './types';

/** Addresses of a node itself, such as those that hand out its credentials. */
const LINK_LOCAL = parseCidr('169.254.0.0/16')!;

/** What fields that are right by themselves must agree on. */
export function checkAgreement(spec: NamespaceSpec, place: Place): void {
  checkQuota(spec, place.at('quota'));
  checkLimits(spec, place.at('limits'));
  checkNetwork(spec, place.at('network'));
  checkArns(spec, place);
  Object.keys(spec.labels).forEach(key => {
    const domain = reservedLabelDomain(key);
    if (domain) {
      place
        .at('labels')
        .at(key)
        .wrong(`must not be of ${domain}: others decide by such labels`);
    }
  });
}

function checkQuota({ limits, quota }: NamespaceSpec, place: Place): void {
  if (quota.pods === 0) {
    place.at('pods').wrong('must be one or more');
  }
  if (isMore(quota.memoryRequests, quota.memoryLimits)) {
    place
      .at('memoryLimits')
      .wrong(`must be memoryRequests ${quota.memoryRequests} or more`);
  }
  if (isMore(quota.cpuRequests, quota.cpuLimits)) {
    place
      .at('cpuLimits')
      .wrong(`must be cpuRequests ${quota.cpuRequests} or more`);
  }
  if (quota.cpuLimits && !limits.default.cpu && !limits.max.cpu) {
    place
      .at('cpuLimits')
      .wrong('needs limits.default.cpu: pods without a limit would be refused');
  }
  if (quota.storage !== '0' && quota.persistentVolumeClaims === 0) {
    place
      .at('persistentVolumeClaims')
      .wrong('must be one or more where there is storage');
  }
}

/** Kubernetes refuses a `LimitRange` that is out of order. */
function checkLimits({ limits, quota }: NamespaceSpec, place: Place): void {
  const order = ['min', 'defaultRequest', 'default', 'max'] as const;
  for (const resource of ['cpu', 'memory'] as const) {
    const given = order.filter(each => limits[each][resource] !== undefined);
    given.slice(1).forEach((each, index) => {
      const below = given[index];
      if (isMore(limits[below][resource], limits[each][resource])) {
        place
          .at(each)
          .at(resource)
          .wrong(
            `must be limits.${below}.${resource} ${limits[below][resource]} or more`,
          );
      }
    });
  }
  const within = [
    ['defaultRequest', 'cpu', 'cpuRequests'],
    ['defaultRequest', 'memory', 'memoryRequests'],
    ['default', 'cpu', 'cpuLimits'],
    ['default', 'memory', 'memoryLimits'],
  ] as const;
  within.forEach(([which, resource, of]) => {
    if (quota[of] !== undefined && isMore(limits[which][resource], quota[of])) {
      place
        .at(which)
        .at(resource)
        .wrong(`must be quota.${of} ${quota[of]} or less: no pod would fit`);
    }
  });
}

function checkNetwork({ name, network }: NamespaceSpec, place: Place): void {
  network.allowToCidrs.forEach(({ cidr }, index) => {
    const parsed = parseCidr(cidr)!;
    const at = place.at('allowToCidrs').at(index).at('cidr');
    if (parsed.prefix < 8) {
      at.wrong('must be a /8 or smaller; allowToInternet is for the internet');
    } else if (overlaps(parsed, LINK_LOCAL)) {
      at.wrong(
        "must not have addresses of 169.254.0.0/16, which are the node's",
      );
    }
  });
  for (const field of ['allowFromNamespaces', 'allowToNamespaces'] as const) {
    const index = network[field].indexOf(name);
    if (index >= 0) {
      place
        .at(field)
        .at(index)
        .wrong('is the namespace itself, within which all is allowed');
    }
  }
}

function checkArns(spec: NamespaceSpec, place: Place): void {
  const { accountId, region } = spec.cluster;
  const partition = arnPartition(region);
  const check = (arn: string, at: Place, account?: string) => {
    const [, ofArn, , , owner] = arn.split(':');
    if (ofArn !== partition) {
      at.wrong(
        `must begin with arn:${partition}:, as ${region} is in ${partition}`,
      );
    } else if (account && owner !== account) {
      at.wrong(`must be of the cluster's account ${account}`);
    }
  };
  spec.access.forEach((each, index) => {
    if ('principalArn' in each) {
      check(each.principalArn, place.at('access').at(index).at('principalArn'));
    }
  });
  spec.podIdentityAssociations.forEach(({ roleArn }, index) =>
    check(
      roleArn,
      place.at('podIdentityAssociations').at(index).at('roleArn'),
      accountId,
    ),
  );
}

/** Nothing is neither more nor less. */
function isMore(a: string | undefined, b: string | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    compareQuantities(parseQuantity(a)!, parseQuantity(b)!) > 0
  );
}
