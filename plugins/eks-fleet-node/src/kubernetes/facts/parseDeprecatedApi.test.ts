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

import { parseDeprecatedApi } from './parseDeprecatedApi';

const NAME = 'apiserver_requested_deprecated_apis';

describe('parseDeprecatedApi', () => {
  it('reads group, version, resource, subresource and release', () => {
    expect(
      parseDeprecatedApi(
        `${NAME}{group="flowcontrol.apiserver.k8s.io",removed_release="1.32",resource="flowschemas",subresource="status",version="v1beta3"} 1`,
      ),
    ).toEqual({
      group: 'flowcontrol.apiserver.k8s.io',
      version: 'v1beta3',
      resource: 'flowschemas',
      subresource: 'status',
      removedRelease: '1.32',
    });
  });

  it('leaves out what is empty', () => {
    expect(
      parseDeprecatedApi(
        `${NAME}{group="",removed_release="",resource="componentstatuses",subresource="",version="v1"} 1 1763900000000`,
      ),
    ).toEqual({ version: 'v1', resource: 'componentstatuses' });
  });

  it('reads labels in any order, with any text in them', () => {
    expect(
      parseDeprecatedApi(
        String.raw`${NAME}{version="v1",resource="a\"}\\b\nc",group="g"} 1e0`,
      ),
    ).toEqual({ group: 'g', version: 'v1', resource: 'a"}\\b\nc' });
  });

  it.each([
    '',
    `# HELP ${NAME} [STABLE] Gauge of deprecated APIs`,
    `${NAME}{group="g",resource="r",version="v1"} 0`,
    `${NAME}{group="g",resource="r",version="v1"} NaN`,
    `${NAME}{group="g",resource="r",version="v1"`,
    `${NAME}{group="g",version="v1"} 1`,
    `${NAME}_total{group="g",resource="r",version="v1"} 1`,
    'apiserver_request_total{group="g",resource="r",version="v1"} 1',
  ])('does not take %p for one', line => {
    expect(parseDeprecatedApi(line)).toBeUndefined();
  });
});
