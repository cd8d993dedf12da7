/// Examples of the numerical library, written as those of the standard library are.
extension Examples {
    static let library: [(owner: String, lines: String)] = [
        ("", """
            saliency,integratedGradients,activations│let model = Sequential([Dense(4, activation: .relu), Dense(2)])¶let x = Tensor.ones(1, 3)¶print(saliency(model, x).shape, integratedGradients(model, x).shape, activations(model, x, layer: 0).shape)
            gradCAM,occlusion│let model = Sequential([Conv2D(2, kernelSize: 3), Flatten(), Dense(2)])¶let x = Tensor.ones(1, 6, 6, 1)¶print(gradCAM(model, x, layer: 0).shape, occlusion(model, x).rank)
            fastGradientSign,iteratedGradientSign│let model = Sequential([Dense(2)])¶let x = Tensor.ones(1, 3)¶print(fastGradientSign(model, x, labels: Tensor([1]), epsilon: 0.1).shape)
            cosineDistance,cosineEmbeddingLoss,contrastiveLoss│let a = Tensor([[1.0, 0.0]])¶let b = Tensor([[0.0, 1.0]])¶print(cosineDistance(a, b), contrastiveLoss(a, b, labels: Tensor([1])))
            tripletLoss│let a = Tensor([[1.0, 0.0]])¶print(tripletLoss(anchor: a, positive: a, negative: a * 2))
            ntXent,barlowTwins│let z = Tensor.randomNormal(4, 3)¶print(ntXent(z, z).shape, barlowTwins(z, z).shape)
            clipLoss│let z = Tensor.randomNormal(4, 3)¶print(clipLoss(image: z, text: z).shape)
            precision,recall,f1Score│print(precision(predicted: Tensor([0, 1, 1]), expected: Tensor([0, 1, 0])))
            where│print(Tensor.where(Tensor([true, false]), Tensor([5, 5]), Tensor([0, 0])))
            readIDX│func images(at path: String) throws -> Tensor { try readIDX(path) }
            """),
        ("Dataset", "features,images,labels,classNames,count│let data = Dataset(Tensor.ones(4, 2), Tensor([0, 1, 0, 1]))¶print(data.count, data.features.shape, data.labels, data.classNames)"),
        ("Digits", "load│let digits = try Digits.load()¶print(digits.count)"),
        ("MNIST", "load│func read() throws -> Int { try MNIST.load(from: \"mnist\").train.count }"),
        ("FashionMNIST", "load│func read() throws -> Int { try FashionMNIST.load(from: \"fashion\").train.count }"),
        ("DataFrame", """
            init,columns,count,shape,head│let frame = DataFrame(csvText: "x,y\\n1,2\\n3,4")¶print(frame.columns, frame.count, frame.shape, frame.head(1))
            """),
        ("History", "subscript,epochs,keys│let model = Sequential([Dense(1)])¶model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)¶let history = model.fit(Tensor.ones(4, 2), Tensor.ones(4, 1), epochs: 2, verbose: .silent)¶print(history.epochs, history.keys, history[\"loss\"].count)"),
        ("TrainingLogs", "subscript,keys│let model = Sequential([Dense(1)])¶model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)¶let watch = Callback(onEpochEnd: { epoch, logs in print(epoch, logs.keys, logs[\"loss\"] >= 0) })¶model.fit(Tensor.ones(4, 2), Tensor.ones(4, 1), epochs: 1, callbacks: [watch], verbose: .silent)"),
        ("ModelGradient", "subscript,norm,clipped,paths│let model = Sequential([Dense(1)])¶let (loss, slope) = valueWithGradient(at: model) { m in m(Tensor.ones(2, 3)).mean() }¶print(loss.shape, slope.paths, slope.norm > 0, slope.clipped(norm: 1).norm, slope[slope.paths[0]].shape)"),
        ("Layer", """
            fit,evaluate,predict│let model = Sequential([Dense(1)])¶model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)¶model.fit(Tensor.ones(4, 2), Tensor.ones(4, 1), epochs: 2, verbose: .silent)¶print(model.predict(Tensor.ones(4, 2)).shape)
            save,load│let model = Sequential([Dense(1)])¶_ = model(Tensor.ones(1, 2))¶try model.save("example.safetensors")¶try model.load("example.safetensors")
            """),
        ("Sequential", "init│let model = Sequential([Dense(4, activation: .relu), Dense(2)])¶print(model(Tensor.ones(1, 3)).shape)"),
        ("Parameter", "init,value│let weight = Parameter(Tensor.ones(2, 2))¶print(weight.value.shape)"),
        ("LearningRateSchedule", """
            callAsFunction,constant,warmup│let schedule = LearningRateSchedule.warmup(steps: 10, then: .constant(0.1))¶print(schedule(0), schedule(20))
            stepDecay,exponentialDecay,inverseTimeDecay│print(LearningRateSchedule.stepDecay(initial: 0.1, every: 10)(25), LearningRateSchedule.exponentialDecay(initial: 0.1, factor: 0.9)(3), LearningRateSchedule.inverseTimeDecay(initial: 0.1, factor: 0.5)(2))
            cosineDecay,cosineRestarts,polynomialDecay│print(LearningRateSchedule.cosineDecay(initial: 0.1, steps: 100)(50), LearningRateSchedule.cosineRestarts(initial: 0.1, steps: 10)(15), LearningRateSchedule.polynomialDecay(initial: 0.1, steps: 10)(5))
            piecewise,oneCycle,transformer│print(LearningRateSchedule.piecewise([0.1, 0.01], boundaries: [10])(11), LearningRateSchedule.oneCycle(maximum: 0.1, steps: 100)(30), LearningRateSchedule.transformer(dimensions: 64)(10))
            """),
        ("Monitor", "init│let monitor: Monitor = \"valLoss\"¶print(monitor)"),
        ("EarlyStopping", "init│print(EarlyStopping(monitor: .valLoss, patience: 3))"),
        ("Tensor", """
            init│let x: Tensor = 3¶print(x, Tensor([[1, 2], [3, 4]]))
            where│print(Tensor.where(Tensor([true, false]), Tensor([5, 5]), Tensor([0, 0])))
            makeIterator│for row in Tensor([[1, 2], [3, 4]]) { print(row) }
            save│try Tensor.ones(2, 2, 3).save("example.png")
            subscript│let x = Tensor([[1, 2], [3, 4]])¶print(x[0], x[.all, 1], x[0, 1])
            sum,mean,max,min,product,std,variance│print(Tensor([[1, 2], [3, 4]]).mean(axis: [0, 1]), Tensor([[1.0, 2.0]]).sum(axis: 1))
            """),
        ("AxesGrid", "subscript,count,flat│let (figure, axes) = subplots(2, 2)¶axes[0, 1].plot([1, 2, 3])¶axes[3].plot([3, 2, 1])¶print(axes.count, axes.flat.count)"),
        ("Color", "init│let color: Color = \"red\"¶plot([1, 2, 3], color: color)"),
        ("LineStyle", "init│plot([1, 2, 3], linestyle: \"--\")"),
        ("Marker", "init│plot([1, 2, 3], marker: \"o\")"),
        ("Colormap", "init│imshow(Tensor([[1, 2], [3, 4]]), colormap: \"viridis\")"),
        ("LegendLocation", "init│plot([1, 2], label: \"a\")¶plt.legend(loc: \"upper left\")"),
        ("AxisScale", "init│plot([1, 10, 100])¶plt.yscale(\"log\")"),
    ]
}
