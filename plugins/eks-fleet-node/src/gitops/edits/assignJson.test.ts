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

import { assignJson } from './assignJson';
import { EditRefusal } from './types';

const TEXT = `{
    "name": "orders",
    "addons": { "vpc-cni": {"version":"1"},   "coredns": {} },
    "tags": {
        "team": "a"
    },
    "zones": ["a",
              "b"]
}
`;

describe('assignJson', () => {
  it.each<[string, string[], any, [string, string]]>([
    ['a text', ['name'], 'x', ['"orders"', '"x"']],
    [
      'a key in a line',
      ['addons', 'vpc-cni', 'x'],
      1,
      ['"1"}', '"1", "x": 1}'],
    ],
    [
      'an empty map',
      ['addons', 'coredns', 'v'],
      '2',
      ['"coredns": {}', '"coredns": {\n        "v": "2"\n    }'],
    ],
    [
      'a key in lines',
      ['tags', 'b'],
      'c',
      ['"team": "a"', '"team": "a",\n        "b": "c"'],
    ],
    [
      'maps that are not there',
      ['fleet', 'owner', 'x'],
      true,
      [
        '"b"]',
        '"b"],\n    "fleet": {\n        "owner": {\n            "x": true\n        }\n    }',
      ],
    ],
    [
      'a list',
      ['zones'],
      ['c'],
      ['["a",\n              "b"]', '[\n        "c"\n    ]'],
    ],
    ['another kind', ['name'], null, ['"orders"', 'null']],
  ])('writes %s and nothing else', (_, path, value, [from, to]) => {
    expect(assignJson(TEXT, path, value)).toBe(TEXT.replace(from, to));
  });

  it.each<[string, string[], [string, string]]>([
    ['the first', ['name'], ['"name": "orders",\n    ', '']],
    ['one in a line', ['addons', 'coredns'], [',   "coredns": {}', '']],
    ['the last', ['zones'], [',\n    "zones": ["a",\n              "b"]', '']],
    [
      'what is then empty',
      ['tags', 'team'],
      [',\n    "tags": {\n        "team": "a"\n    }', ''],
    ],
    ['nothing where there is nothing', ['tags', 'no'], ['', '']],
  ])('takes away %s', (_, path, [from, to]) => {
    expect(assignJson(TEXT, path, undefined)).toBe(TEXT.replace(from, to));
  });

  it('makes a file, and keeps its line ends', () => {
    expect(assignJson('', ['a', 'b'], 1)).toBe(
      '{\n  "a": {\n    "b": 1\n  }\n}\n',
    );
    expect(assignJson('{\r\n  "a": 1\r\n}\r\n', ['b'], [2])).toBe(
      '{\r\n  "a": 1,\r\n  "b": [\r\n    2\r\n  ]\r\n}\r\n',
    );
  });

  it.each<[string, string, string[]]>([
    ['no key', TEXT, []],
    ['below a text', TEXT, ['name', 'x']],
    ['in a list', TEXT, ['zones', '5']],
    ['keys twice', '{"a": 1, "a": 2}', ['b']],
    ['what is not JSON', '{a: 1}', ['b']],
  ])('refuses %s', (_, text, path) => {
    expect(() => assignJson(text, path, 1)).toThrow(EditRefusal);
  });
});
