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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { parseClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { entityRouteParams } from '../../lib/entityRefs';
import { isNotFound } from '../../lib/errors';
import { ClusterWords } from './ClusterSearch';
import { RadioChoice } from './RadioChoice';
import styles from './FormFields.module.css';

/** The cluster that is chosen, where it is not among those that were found. */
export function ChosenCluster(props: { name: string; value: string }) {
  const { name, value } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { error, value: cluster } = useFleetQuery(
    useCallback(async () => {
      if (parseClusterArn(value)) {
        return api.getClusterByArn(value);
      }
      const ref = value.includes('/')
        ? entityRouteParams(value)
        : entityRouteParams(`default/${value}`);
      return ref && api.getClusterByName(ref.namespace, ref.name);
    }, [api, value]),
  );
  if (error && isNotFound(error)) {
    return (
      <p role="alert" className={styles.problem}>
        {t('formField.clusterUnknown', { name: value })}
      </p>
    );
  }
  return (
    <RadioChoice name={name} chosen onChoose={() => {}}>
      {cluster ? <ClusterWords cluster={cluster} /> : value}
    </RadioChoice>
  );
}
