using System.Net;
using StretchChallenge.Durability;

namespace StretchChallenge.Cluster;

/// <summary>People who send their check-in of a volley as the client does: again, the same, until it is acknowledged.</summary>
internal static class Load
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // What says that nothing is known: the proxy found no node, or the node no database or no grain at the moment.
    private static readonly HttpStatusCode[] Passing =
        [HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    /// <summary>Sends everybody's, a few at a time, and does something once so many are acknowledged.</summary>
    /// <returns>How many answers were no acknowledgement.</returns>
    public static async Task<int> FireAsync(CheckInBatch volley, Crowd crowd, Api api, int after, Func<Task> strike)
    {
        var acknowledged = 0;
        var refused = 0;
        Task? struck = null;
        await Parallel.ForEachAsync(crowd.Colleagues, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (colleague, _) =>
        {
            Interlocked.Add(ref refused, await PersistAsync(api, colleague, volley.CheckInOf(colleague)));
            if (Interlocked.Increment(ref acknowledged) == after)
            {
                struck = strike();
            }
        });
        await struck!;
        return refused;
    }

    // How often it was refused before it was acknowledged.
    private static async Task<int> PersistAsync(Api api, Colleague colleague, object checkIn)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var refused = 0;
        var why = "";
        while (!timeout.IsCancellationRequested)
        {
            try
            {
                using var response = await api.SendAsync(HttpMethod.Post, "/api/check-ins", colleague.Cookie, checkIn);
                if (!Passing.Contains(response.StatusCode))
                {
                    var answer = await Api.ReadAsync(response);
                    Assert.True(answer.GetProperty("credited").GetBoolean(), $"Not credited: {answer}");
                    return refused;
                }

                why = $"{response.StatusCode} {await response.Content.ReadAsStringAsync(CancellationToken.None)}";
            }
            catch (HttpRequestException exception)
            {
                why = exception.Message;
            }

            refused++;
            await Task.Delay(Pause, CancellationToken.None);
        }

        throw new TimeoutException($"{colleague.Id} was refused {refused} times, at last with: {why}");
    }
}
