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

import { InputError } from '@backstage/errors';
import { BlockList, isIP } from 'node:net';

const inner = new BlockList();
inner.addSubnet('127.0.0.0', 8, 'ipv4');
inner.addSubnet('169.254.0.0', 16, 'ipv4');
inner.addSubnet('0.0.0.0', 8, 'ipv4');
inner.addAddress('::1', 'ipv6');
inner.addAddress('::', 'ipv6');
inner.addSubnet('fe80::', 10, 'ipv6');
inner.addAddress('fd00:ec2::254', 'ipv6');

/**
 * @returns the URL without a slash at its end
 * @throws InputError for what is no web address, carries a password, or leads
 *   to this machine or to where clouds keep credentials
 */
export function checkUrl(
  text: string,
  key: string,
  options: { allowLoopback?: boolean } = {},
): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new InputError(
      `${key}: is no http or https URL without user and password in it`,
    );
  }
  if (!options.allowLoopback && leadsInside(url.hostname)) {
    throw new InputError(
      `${key}: leads to this machine or to a link-local address; name the host by which others reach it`,
    );
  }
  return text.replace(/\/+$/, '');
}

function leadsInside(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(host);
  if (version === 0) {
    return /(^|\.)localhost\.?$/i.test(host);
  }
  return inner.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
