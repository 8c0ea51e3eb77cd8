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

import type { Links } from '../Links';
import type { GithubUser } from '../types';
import { nodeId } from './times';

export function userDocument(user: GithubUser, links: Links) {
  const { id, login, type } = user;
  const url = `${links.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: '',
    gravatar_id: '',
    url,
    html_url: `${links.web}/${login}`,
    repos_url: `${url}/repos`,
    type,
    site_admin: false,
  };
}
