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

import { Radio, RadioGroup } from '@backstage/ui';
import type {
  PodSecurityLevel,
  RequestOptions,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { leastStrict, POD_SECURITY_LEVELS } from '../../lib/requestOptions';
import { checked } from './checked';

/** Which pods may run; what an environment does not allow can not be chosen. */
export function PodSecurityField(props: {
  value: PodSecurityLevel;
  onChange: (value: PodSecurityLevel) => void;
  options?: RequestOptions;
  environment?: string;
  problem?: string;
}) {
  const { environment, onChange, options, problem, value } = props;
  const t = useTranslation();
  const floor = options ? leastStrict(options, environment) : 'privileged';
  const allowed = POD_SECURITY_LEVELS.indexOf(floor);
  return (
    <RadioGroup
      {...checked(problem)}
      label={t('field.podSecurity')}
      description={
        environment && floor !== 'privileged'
          ? t('field.podSecurityHint', { environment, level: floor })
          : undefined
      }
      value={value}
      onChange={level => onChange(level as PodSecurityLevel)}
    >
      {POD_SECURITY_LEVELS.map((level, index) => (
        <Radio
          key={level}
          value={level}
          isDisabled={index > allowed && level !== value}
        >
          {t(`field.${level}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
