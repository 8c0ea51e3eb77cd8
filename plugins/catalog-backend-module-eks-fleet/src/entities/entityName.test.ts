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

import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { entityName } from './entityName';

const arnOf = (name: string, account = '111122223333') =>
  `arn:aws:eks:eu-west-1:${account}:cluster/${name}`;
const nameOf = (name: string, account?: string) =>
  entityName(name, arnOf(name, account));

describe('entityName', () => {
  it('is readable and stays the same', () => {
    expect(nameOf('orders')).toBe('orders-cf66f76c');
    expect(nameOf('orders')).toBe(nameOf('orders'));
  });

  it.each([
    ['of 100 characters', 'a'.repeat(100)],
    [
      'of 100 with a separator at the cut',
      `${'a'.repeat(53)}_${'b'.repeat(46)}`,
    ],
    ['with underscores', 'my_prod_cluster'],
    ['with an underscore at its end', 'prod_'],
    ['with dashes at its end', 'prod---'],
    ['in capitals', 'PROD-EU'],
    ['of one digit', '7'],
    ['of letters that are no ASCII', 'größe'],
    ['of markup', '<script>alert(1)</script>'],
    ['of SQL', "'; drop table x --"],
    ['of nothing that could stay', '___'],
  ])('is a valid name for a cluster %s', (_, name) => {
    const made = nameOf(name);
    expect(KubernetesValidatorFunctions.isValidObjectName(made)).toBe(true);
    expect(made).toMatch(/^[a-z0-9][a-z0-9_.-]*-[0-9a-f]{8}$/);
  });

  it('differs where only the case of the names does', () => {
    expect(nameOf('Orders').toLowerCase()).not.toBe(
      nameOf('orders').toLowerCase(),
    );
  });

  it('differs where names are the same up to the cut', () => {
    expect(nameOf(`${'a'.repeat(99)}1`)).not.toBe(nameOf(`${'a'.repeat(99)}2`));
  });

  it('differs between accounts', () => {
    expect(nameOf('orders')).not.toBe(nameOf('orders', '222233334444'));
  });
});
