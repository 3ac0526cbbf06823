using Xunit.Abstractions;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>One case of a vector file; its name is the test's name. A fault is what made the file or the case unreadable.</summary>
public sealed class VectorCase : IXunitSerializable
{
    [Obsolete("For the test framework.", error: true)]
    public VectorCase()
    {
    }

    internal VectorCase(string file, string name, string json, string? fault = null)
    {
        File = file;
        Name = name;
        Json = json;
        Fault = fault;
    }

    public string File { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Json { get; private set; } = "";

    public string? Fault { get; private set; }

    public void Deserialize(IXunitSerializationInfo info)
    {
        File = info.GetValue<string>(nameof(File));
        Name = info.GetValue<string>(nameof(Name));
        Json = info.GetValue<string>(nameof(Json));
        Fault = info.GetValue<string?>(nameof(Fault));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Json), Json);
        info.AddValue(nameof(Fault), Fault);
    }

    public override string ToString() => $"{File}: {Name}";
}
