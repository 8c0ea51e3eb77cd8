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

import { isIP } from 'node:net';
import type { AwsPartition } from '../../aws/types';
import { ObservationFailure } from '../../observation/ObservationFailure';

/**
 * The ends of names that EKS gives to API servers in each partition: of IPv4
 * clusters, and of IPv6 clusters made since October 2024.
 */
const API_SERVER_ENDS: Record<AwsPartition, (region: string) => string[]> = {
  aws: region => [`.${region}.eks.amazonaws.com`, `.${region}.api.aws`],
  'aws-us-gov': region => [
    `.${region}.eks.amazonaws.com`,
    `.${region}.api.aws`,
  ],
  'aws-cn': region => [
    `.${region}.eks.amazonaws.com.cn`,
    `.${region}.amazonwebservices.com.cn`,
    `.${region}.api.amazonwebservices.com.cn`,
  ],
};

/** The hosts that issue service-account tokens, IPv4 and dual-stack. */
const ISSUER_HOSTS: Record<AwsPartition, (region: string) => string[]> = {
  aws: region => [
    `oidc.eks.${region}.amazonaws.com`,
    `oidc-eks.${region}.api.aws`,
  ],
  'aws-us-gov': region => [
    `oidc.eks.${region}.amazonaws.com`,
    `oidc-eks.${region}.api.aws`,
  ],
  'aws-cn': region => [
    `oidc.eks.${region}.amazonaws.com.cn`,
    `oidc-eks.${region}.api.amazonwebservices.com.cn`,
  ],
};

/** Where a cluster is, and which hosts besides those of AWS it may name. */
export interface HostRules {
  partition: AwsPartition;
  region: string;
  /** `eksFleet.kubernetes.dangerouslyAllowHosts`: names, with a port or for all ports. */
  dangerouslyAllowHosts?: string[];
}

/** A URL that may be called. */
export interface CheckedUrl {
  url: URL;
  /** Whether configuration names it, which lets it be this machine. */
  listed: boolean;
}

/**
 * An API server's URL, if it is one that EKS gives in the cluster's Region.
 *
 * @throws ObservationFailure
 */
export function checkEndpoint(text: string, rules: HostRules): CheckedUrl {
  const { partition, region } = rules;
  const ends = API_SERVER_ENDS[partition](region);
  return check(text, {
    rules,
    what: 'endpoint',
    isOfAws: host => ends.some(end => host.endsWith(end)),
  });
}

/**
 * The URL of an issuer of service-account tokens, if it is one that EKS gives
 * in the cluster's Region.
 *
 * @throws ObservationFailure
 */
export function checkIssuer(text: string, rules: HostRules): CheckedUrl {
  const { partition, region } = rules;
  const hosts = ISSUER_HOSTS[partition](region);
  return check(text, {
    rules,
    what: 'OIDC issuer',
    isOfAws: host => hosts.includes(host),
  });
}

function check(
  text: string,
  options: {
    rules: HostRules;
    what: string;
    isOfAws: (host: string) => boolean;
  },
): CheckedUrl {
  const { rules, what, isOfAws } = options;
  const refuse = (why: string) =>
    new ObservationFailure(
      'invalid',
      `The cluster's ${what} ${JSON.stringify(text.slice(0, 300))} ${why}`,
    );
  if (!URL.canParse(text)) {
    throw refuse('is no URL');
  }
  const url = new URL(text);
  const { host, hostname, protocol, username, password } = url;
  if (protocol !== 'https:' || username || password || url.search || url.hash) {
    throw refuse('is no plain https URL');
  }
  const { dangerouslyAllowHosts = [] } = rules;
  if (
    dangerouslyAllowHosts.includes(hostname) ||
    dangerouslyAllowHosts.includes(host)
  ) {
    return { url, listed: true };
  }
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (isAddress || url.port || !isOfAws(hostname)) {
    throw refuse(
      `is not of EKS in ${rules.region}; eksFleet.kubernetes.dangerouslyAllowHosts can name its host`,
    );
  }
  return { url, listed: false };
}
