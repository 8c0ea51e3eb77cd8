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

import { text, type Reader } from '../clusterSpec/readers';

const HOST = '[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?';
const PART = '(?!\\.{1,2}(/|$))[A-Za-z0-9_.~-]{1,100}';
const PATH = `${PART}(/${PART}){0,10}`;

const FORMS = [
  `https://${HOST}/${PATH}`,
  `ssh://git@${HOST}/${PATH}`,
  `git@${HOST}:${PATH}`,
];

const RIGHT =
  'the address of a repository by https or ssh, such as https://github.com/acme/orders or git@github.com:acme/orders.git';

/** Hosts of repositories, such as `github.com`; any without a list. */
export type SourceHosts = readonly string[] | undefined;

/** A repository, without credentials. */
export function repositoryUrl(hosts: SourceHosts): Reader<string> {
  return onHosts(hosts, text(new RegExp(`^(${FORMS.join('|')})$`), RIGHT));
}

/** A repository, or all of a folder of them: a last part `*`. */
export function repositoryPattern(hosts: SourceHosts): Reader<string> {
  return onHosts(
    hosts,
    text(
      new RegExp(`^(${FORMS.join('|')})(/\\*)?$`),
      `${RIGHT}, or a folder of them, such as https://github.com/acme/*`,
    ),
  );
}

function onHosts(hosts: SourceHosts, reader: Reader<string>): Reader<string> {
  return {
    read(value, place) {
      const url = reader.read(value, place);
      const host = hostOf(url);
      if (hosts && host !== undefined && !hosts.includes(host)) {
        place.wrong(
          `must be on ${
            hosts.join(' or ') ||
            'a host that is allowed, of which there are none'
          }`,
        );
      }
      return url;
    },
  };
}

function hostOf(url: string): string | undefined {
  return /^(?:https:\/\/|ssh:\/\/git@|git@)([a-z0-9.-]+(?::[0-9]{1,5}(?=\/))?)/.exec(
    url,
  )?.[1];
}
