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
import { Button, Select, Text } from '@backstage/ui';
import { RiFileCopyLine, RiLink } from '@remixicon/react';
import type { Blocker } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useCopy } from '../../hooks/useCopy';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFullAddress } from '../../hooks/useFullAddress';
import { useTranslation } from '../../hooks/useTranslation';
import { hitsOf, ownerMessage } from '../../lib/ownerMessage';
import { ownerText } from '../../lib/readinessReport';
import styles from './CausePanel.module.css';

/** The message to an owner, to copy and send by whatever means. */
export function OwnerMessage(props: { blocker: Blocker; target: string }) {
  const { blocker, target } = props;
  const t = useTranslation();
  const copy = useCopy();
  const links = useFleetLinks();
  const fullAddress = useFullAddress();
  const owners = blocker.owners
    .map(({ owner }) => owner)
    .filter(owner => hitsOf(blocker, owner).length > 0);
  const [chosen, setChosen] = useState(owners[0]);
  const owner = owners.includes(chosen) ? chosen : owners[0];
  if (owner === undefined) {
    return null;
  }
  const link = fullAddress(
    links.readiness({ target, cause: blocker.causeKey }),
  );
  const message = ownerMessage(t, { blocker, owner, target, link });
  return (
    <section className={styles.section}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('cause.message')}
      </Text>
      <div className={styles.actions}>
        {owners.length > 1 && (
          <Select
            size="small"
            label={t('cause.messageTo')}
            options={owners.map(value => ({
              // An option without a value would be none.
              value: optionOf(value),
              label: ownerText(t, value),
            }))}
            value={optionOf(owner)}
            onChange={value => setChosen(String(value).slice(1))}
          />
        )}
        <Button
          size="small"
          variant="primary"
          iconStart={<RiFileCopyLine aria-hidden />}
          onPress={() => copy(message, t('cause.messageCopied'))}
        >
          {t('cause.copyMessage')}
        </Button>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiLink aria-hidden />}
          onPress={() => copy(link, t('action.linkCopied'))}
        >
          {t('cause.copyLink')}
        </Button>
      </div>
      <pre className={styles.message}>{message}</pre>
    </section>
  );
}

function optionOf(owner: string): string {
  return `=${owner}`;
}
