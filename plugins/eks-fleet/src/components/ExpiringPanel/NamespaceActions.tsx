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

import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Link, Text } from '@backstage/ui';
import {
  eksFleetRequestCreatePermission,
  type ProvisionedNamespace,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { ExtendDialog } from '../ExtendDialog';
import styles from './ExpiringPanel.module.css';

/** Extends a namespace, or leads to the request for it that is under way. */
export function NamespaceActions(props: {
  namespace: ProvisionedNamespace;
  onChanged: () => void;
}) {
  const { namespace, onChanged } = props;
  const { activeRequest, expiresOn, isBusy, lifecycle, name } = namespace;
  const t = useTranslation();
  const links = useFleetLinks();
  const { allowed } = usePermission({
    permission: eksFleetRequestCreatePermission,
  });
  const [extending, setExtending] = useState(false);
  if (activeRequest) {
    return (
      <Link href={links.request(activeRequest)} className={styles.act}>
        {t('expiring.underWay')}
      </Link>
    );
  }
  if (isBusy) {
    return (
      <Text as="span" variant="body-small" color="secondary">
        {t('expiring.busy')}
      </Text>
    );
  }
  if (!allowed || !expiresOn || lifecycle === 'deleting') {
    return null;
  }
  return (
    <>
      <span className={styles.act}>
        <Button
          size="small"
          variant="secondary"
          aria-label={t('expiring.extendName', { name })}
          onPress={() => setExtending(true)}
        >
          {t('expiring.extend')}
        </Button>
      </span>
      {extending && (
        <ExtendDialog
          thing={namespace.thing}
          onClose={() => setExtending(false)}
          onDone={() => {
            setExtending(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}
