using System.Data.Common;
using System.Reflection;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.Teams;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Hosting;

public sealed class RetentionTests
{
    [Fact]
    public async Task EveryHour_DeletesWhatIsOutdatedEvenAfterAFailure()
    {
        var time = new FakeTimeProvider(Sample.Now);
        var store = new FailingFirst();
        var commands = DispatchProxy.Create<IPeopleStore, Deletions>();
        var changes = DispatchProxy.Create<IChangeFeed, Deletions>();
        var talk = DispatchProxy.Create<ITeamTalkStore, Deletions>();
        using var expiry = new Retention(store, commands, changes, talk, time, NullLogger<Retention>.Instance);
        await expiry.StartAsync(CancellationToken.None);

        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Sample.Now.AddHours(1), await store.Calls.ReadAsync());
        Assert.Equal(
            (nameof(IPeopleStore.DeleteCommandsAsync), Sample.Now.AddHours(1).AddDays(-16)),
            await ((Deletions)(object)commands).Calls.ReadAsync());
        Assert.Equal((nameof(IChangeFeed.PruneAsync), 10_000), await ((Deletions)(object)changes).Calls.ReadAsync());
        Assert.Equal(
            (nameof(ITeamTalkStore.PruneAsync), DateOnly.FromDateTime(Sample.Now.UtcDateTime.AddHours(1 - 36))),
            await ((Deletions)(object)talk).Calls.ReadAsync());
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Sample.Now.AddHours(2), await store.Calls.ReadAsync());

        await expiry.StopAsync(CancellationToken.None);
    }

    public class Deletions : DispatchProxy
    {
        private readonly Channel<(string Method, object? Limit)> _calls = Channel.CreateUnbounded<(string, object?)>();

        public ChannelReader<(string Method, object? Limit)> Calls => _calls.Reader;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _calls.Writer.TryWrite((targetMethod!.Name, args![0]));
            return Task.FromResult(0);
        }
    }

    private sealed class FailingFirst : IIdempotencyStore
    {
        private readonly Channel<DateTimeOffset> _calls = Channel.CreateUnbounded<DateTimeOffset>();
        private bool _failed;

        public ChannelReader<DateTimeOffset> Calls => _calls.Reader;

        public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
        {
            _calls.Writer.TryWrite(now);
            if (_failed)
            {
                return Task.FromResult(0);
            }

            _failed = true;
            throw new Lost();
        }

        public Task<IdempotencyReservation> ReserveAsync(
            IdempotencyKey key,
            string bodyHash,
            DateTimeOffset at,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task CompleteAsync(IdempotencyKey key, StoredResponse response, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task ForgetAnswersAsync(UserId user, string path, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    private sealed class Lost() : DbException("The connection was lost.");
}
