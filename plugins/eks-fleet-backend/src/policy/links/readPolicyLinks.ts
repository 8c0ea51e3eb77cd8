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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readArgocdConfig } from '../../argocd/readArgocdConfig';
import {
  LINK_PLACEHOLDERS,
  placeholdersOf,
  type LinkTemplate,
} from './placeholders';

/** Where links about policies lead out of the portal. */
export interface PolicyLinkConfig {
  templates: LinkTemplate[];
  /** Of the pages of the one Argo CD that there is. */
  argocdUrl?: string;
}

const KEY = 'eksFleet.policies.links';

/** @throws InputError with one sentence that names the key */
export function readPolicyLinks(
  config: RootConfigService | Config,
): PolicyLinkConfig {
  const hubs = readArgocdConfig(config as RootConfigService);
  return {
    templates: (config.getOptionalConfigArray(KEY) ?? []).map((link, index) =>
      readTemplate(link, `${KEY}[${index}]`),
    ),
    // Which of several has an application it does not say itself.
    argocdUrl: hubs.length === 1 ? hubs[0].url : undefined,
  };
}

function readTemplate(link: Config, key: string): LinkTemplate {
  const title = link.getString('title');
  const url = link.getString('url');
  if (!/^https?:\/\/[^{}/?#]+([/?#]|$)/.test(url)) {
    throw new InputError(
      `${key}.url: ${JSON.stringify(
        url,
      )} does not begin with https:// or http:// and a host`,
    );
  }
  const unknown = placeholdersOf(url).find(
    name => !LINK_PLACEHOLDERS[name] && !name.startsWith('label.'),
  );
  if (unknown) {
    throw new InputError(
      `${key}.url: {${unknown}} is none of ${Object.keys(LINK_PLACEHOLDERS)
        .map(name => `{${name}}`)
        .join(', ')}, {label.<key>}`,
    );
  }
  return { title, url };
}
