// A guest of the demo challenge on a running server: STRETCH_SERVER, or where `dotnet run` listens.

export const server = (process.env.STRETCH_SERVER ?? 'http://localhost:5080').replace(/\/$/, '');

/** Enters the demo with a browser's context, whose cookie is the guest's from then on; answers the challenge. */
export async function enterDemo(context) {
	await call(context, 'post', '/api/demo/enter');
	const [challenge] = await call(context, 'get', '/api/challenges');
	return challenge;
}

/** Calls the API as the context's person; answers the JSON, if any. */
export async function call(context, method, path, data) {
	const response = await context.request[method](server + path, { data });
	if (!response.ok()) {
		const hint =
			path === '/api/demo/enter' ? ' (the demo has to be on: --Demo:Enabled=true)' : '';
		throw new Error(`${path} answered ${response.status()}${hint}: ${await response.text()}`);
	}
	return response.status() === 204 ? undefined : response.json();
}
