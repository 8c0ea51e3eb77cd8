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

import { Button } from '@backstage/ui';
import { RiLink } from '@remixicon/react';
import { useCopy } from '../../hooks/useCopy';
import { useTranslation } from '../../hooks/useTranslation';

/** Copies the address of what is shown, filters and all. */
export function CopyLinkButton() {
  const t = useTranslation();
  const copy = useCopy();
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiLink aria-hidden />}
      onPress={() => copy(window.location.href, t('action.linkCopied'))}
    >
      {t('action.copyLink')}
    </Button>
  );
}
