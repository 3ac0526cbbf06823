using FsCheck;
using FsCheck.Fluent;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>Checks a property for many random seeds; a failure prints the seed and the value made from it.</summary>
internal static class Check
{
    public static void Holds<T>(int times, Func<int, T> make, Func<T, bool> property) =>
        Prop.ForAll(Seeds.Select(make).ToArbitrary(), property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    private static Gen<int> Seeds => Gen.Choose(0, int.MaxValue);
}
