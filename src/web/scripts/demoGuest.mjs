// Calls a running server as a guest of its demo challenge. STRETCH_SERVER names the server; the default is `dotnet run`'s.

export const server = (process.env.STRETCH_SERVER ?? 'http://localhost:5080').replace(/\/$/, '');

/** Signs a browser context in as a guest of the demo; returns the demo challenge. */
export async function enterDemo(context) {
	await call(context, 'post', '/api/demo/enter');
	const [challenge] = await call(context, 'get', '/api/challenges');
	return challenge;
}

/** Calls the API with the context's cookies; returns the JSON, if any. */
export async function call(context, method, path, data) {
	const response = await context.request[method](server + path, { data });
	if (!response.ok()) {
		const hint =
			path === '/api/demo/enter' ? ' (the demo has to be on: --Demo:Enabled=true)' : '';
		throw new Error(`${path} answered ${response.status()}${hint}: ${await response.text()}`);
	}
	return response.status() === 204 ? undefined : response.json();
}
