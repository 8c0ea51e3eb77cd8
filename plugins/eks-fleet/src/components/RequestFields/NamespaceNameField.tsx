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

import { TextField } from '@backstage/ui';
import {
  reservedBy,
  teamOf,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { Translate } from '../../translation';
import { checked } from './checked';

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The name of a namespace; what Kubernetes or the operator refuses is told at once. */
export function NamespaceNameField(props: {
  value: string;
  onChange: (value: string) => void;
  /** Entity reference; its team begins the example. */
  owner?: string;
  /** Of the operator, besides those that are reserved everywhere. */
  reservedNames?: readonly string[];
  problem?: string;
}) {
  const { onChange, owner, problem, reservedNames, value } = props;
  const t = useTranslation();
  const own = wrongName(t, value.trim(), reservedNames);
  return (
    <TextField
      {...checked(own ?? problem)}
      label={t('field.name')}
      description={t('field.nameHint', {
        example: `${(owner && teamOf(owner)) || 'payments'}-dev`,
      })}
      value={value}
      onChange={onChange}
      maxLength={63}
      autoComplete="off"
      spellCheck="false"
      isRequired
    />
  );
}

/** What is wrong with a name, whoever asks for it. */
function wrongName(
  t: Translate,
  name: string,
  reservedNames?: readonly string[],
): string | undefined {
  const pattern = name ? reservedBy(name, reservedNames) : undefined;
  if (pattern) {
    return t('field.nameReserved', { name, pattern });
  }
  return name && !NAME.test(name) ? t('field.nameWrong') : undefined;
}
