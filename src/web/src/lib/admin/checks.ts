import type { CheckStatus } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** What each health check of the server is about; a later version may have more. */
export const checkNames: Readonly<Record<string, (() => string) | undefined>> = {
	database: m.admin_check_database,
	clock: m.admin_check_clock,
	silo: m.admin_check_silo,
	cluster: m.admin_check_cluster,
};

/** How a health check went. */
export const statusNames: Readonly<Record<CheckStatus['status'], () => string>> = {
	healthy: m.admin_status_healthy,
	degraded: m.admin_status_degraded,
	unhealthy: m.admin_status_unhealthy,
};
